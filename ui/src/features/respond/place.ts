/** How a sentence names what a response answers. */
import type { Block } from '../../backend/backend';
import { draft } from '../../state/draft.svelte';
import { m } from '../../text/words';

/** Returns `paragraph 7`, the words of an unnumbered block in quotes, or `the whole draft`. */
export function placeWord(block: Block | undefined): string {
  if (!block) return m.the_whole_draft();
  const address = draft.address(block);
  return block.label === null
    ? m.place_quoted({ words: address })
    : m.place_paragraph({ label: address });
}
