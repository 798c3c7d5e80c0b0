/** How wordings become others, asked from the desk once for each pair and kept. */
import type { WordRun } from '../../backend/backend';
import { backend } from '../../backend/current';
import { SvelteMap } from 'svelte/reactivity';

const kept = new SvelteMap<string, WordRun[]>();
const asked = new Set<string>();
const most = 600;

function name(before: string, after: string): string {
  return `${before}\u0000${after}`;
}

/** Returns the marks between two wordings; until the desk has answered, the new words as they are. */
export function marksOf(before: string, after: string): WordRun[] {
  const key = name(before, after);
  const known = kept.get(key);
  if (known) return known;
  if (!asked.has(key)) {
    asked.add(key);
    void askMarks(before, after).then((runs) => {
      if (kept.size > most) kept.clear();
      kept.set(key, runs);
    });
  }
  return [{ change: 'same', text: after }];
}

/** Asks the desk for the marks between two wordings; when it cannot say, everything counts as new. */
export async function askMarks(before: string, after: string): Promise<WordRun[]> {
  try {
    return (await backend.wording_marks({ before, after })).runs;
  } catch {
    return [
      { change: 'deleted', text: before },
      { change: 'inserted', text: after },
    ];
  }
}
