/** Read: the first step of the way. */
import { m } from '../../text/words';
import type { Step } from '../../state/step';
import Read from './Read.svelte';
import ReadSide from './ReadSide.svelte';

/** The step Read: done once there is a draft, and asking for a look where the reader was unsure. */
export const readStep: Step = {
  id: 'read',
  name: m.step_read,
  state: ({ drafts }) => {
    const newest = drafts.at(-1);
    if (!newest) return { sign: 'none', words: m.read_no_draft() };
    if (newest.unsure > 0) {
      return { sign: 'begun', words: m.read_unsure({ count: newest.unsure }) };
    }
    return { sign: 'done', words: '' };
  },
  work: Read,
  side: ReadSide,
};
