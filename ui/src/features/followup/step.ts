/** Follow up: what became of what was handed over. */
import type { Step } from '../../state/step';
import { m } from '../../text/words';
import { stateName } from '../handover/receipts';
import FollowUp from './FollowUp.svelte';

/** The step Follow up, done once something is published. */
export const followUpStep: Step = {
  id: 'follow_up',
  name: m.step_follow_up,
  state: ({ receipts }) => {
    const known = receipts.filter((r) => r.state === 'acknowledged' || r.state === 'published');
    const best = known.find((r) => r.state === 'published') ?? known.at(-1);
    if (!best) return { sign: 'none', words: '' };
    return { sign: best.state === 'published' ? 'done' : 'begun', words: stateName(best.state) };
  },
  work: FollowUp,
};
