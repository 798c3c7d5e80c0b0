/** Where one was in each statement; kept in the web view's own storage on this machine, never in a statement. */

/** A place in a statement. */
export interface Remembered {
  /** The step of the way. */
  step?: string;
  /** Id of the draft that was shown. */
  draft?: string;
  /** Id of the block one was at. */
  at?: string;
  /** Id of the block at the top of the page. */
  top?: string;
  /** How Read showed it. */
  mode?: string;
}

const key = 'rostrum.places';
/** Statements that are remembered; the oldest are forgotten. */
const most = 40;

type Places = [file: string, place: Remembered][];

function load(): Places {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? (kept as Places).filter((row) => Array.isArray(row)) : [];
  } catch {
    return [];
  }
}

/** Returns where one was in a statement; nothing is known of a new one. */
export function recall(file: string): Remembered {
  return load().find(([known]) => known === file)?.[1] ?? {};
}

/** Remembers where one is in a statement. */
export function remember(file: string, place: Remembered): void {
  if (file === '') return;
  const places = load();
  const before = places.find(([known]) => known === file)?.[1] ?? {};
  const next: Places = [
    [file, { ...before, ...place }],
    ...places.filter(([known]) => known !== file),
  ];
  try {
    localStorage.setItem(key, JSON.stringify(next.slice(0, most)));
  } catch {
    // A full or forbidden storage costs the place, nothing else.
  }
}
