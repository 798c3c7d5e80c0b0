/** How wordings become others, asked from the desk once for each pair and kept. */
import type { WordRuns } from '../../backend/backend';
import { backend } from '../../backend/current';
import { SvelteMap } from 'svelte/reactivity';

const kept = new SvelteMap<string, WordRuns>();
const asked = new Set<string>();
const most = 600;

function name(before: string, after: string): string {
  return `${before}\u0000${after}`;
}

/** Returns the marks between two wordings; until the desk has answered, the new words as they are. */
export function marksOf(before: string, after: string): WordRuns {
  const key = name(before, after);
  const known = kept.get(key);
  if (known) return known;
  if (!asked.has(key)) {
    asked.add(key);
    void askMarks(before, after).then((marks) => {
      if (kept.size > most) {
        kept.clear();
        asked.clear();
      }
      kept.set(key, marks);
    });
  }
  return { runs: [{ change: 'same', text: after }], moved: [] };
}

/** Asks the desk for the marks between two wordings; when it cannot say, everything counts as new. */
export async function askMarks(before: string, after: string): Promise<WordRuns> {
  try {
    return await backend.wording_marks({ before, after });
  } catch {
    return {
      runs: [
        { change: 'deleted', text: before },
        { change: 'inserted', text: after },
      ],
      moved: [],
    };
  }
}
