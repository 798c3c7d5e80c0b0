/** Partners: who signs, who has signed which version. */
import type { Step } from '../../state/step';
import { number } from '../../text/time';
import { m } from '../../text/words';
import Partners from './Partners.svelte';
import PartnersSide from './PartnersSide.svelte';

/** The step Partners, with how many consents hold. */
export const partnersStep: Step = {
  id: 'partners',
  name: m.step_partners,
  state: ({ signatories, copies }) => {
    if (copies.length > 0) return { sign: 'attention', words: m.partners_copy_waits() };
    if (signatories.length === 0) return { sign: 'none', words: '' };
    const held = signatories.filter((row) => row.state === 'holds').length;
    const words = m.partners_signed({ held: number(held), all: number(signatories.length) });
    if (signatories.some((row) => row.state === 'text_changed'))
      return { sign: 'attention', words };
    return { sign: held === signatories.length ? 'done' : 'begun', words };
  },
  work: Partners,
  side: PartnersSide,
};
