/** Hand over: a frozen version leaves the machine, once, with proof. */
import type { Step } from '../../state/step';
import { m } from '../../text/words';
import ExportPanel from './ExportPanel.svelte';
import HandOver from './HandOver.svelte';
import { stateName } from './receipts';

/** The step Hand over, with the state of the last receipt. */
export const handOverStep: Step = {
  id: 'hand_over',
  name: m.step_hand_over,
  state: ({ receipts }) => {
    const last = receipts.at(-1);
    if (!last) return { sign: 'none', words: '' };
    const words = stateName(last.state);
    if (last.state === 'unknown' || last.state === 'refused') return { sign: 'attention', words };
    return { sign: last.state === 'prepared' ? 'begun' : 'done', words };
  },
  work: HandOver,
  side: ExportPanel,
  sideName: m.side_export,
};
