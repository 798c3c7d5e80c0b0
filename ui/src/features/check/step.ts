/** Check: what stands in the way, what hurts quality, what is good to know. */
import type { Step } from '../../state/step';
import { number } from '../../text/time';
import { m } from '../../text/words';
import Check from './Check.svelte';

/** The step Check, with the number of findings that want something done. */
export const checkStep: Step = {
  id: 'check',
  name: m.step_check,
  state: ({ findings }) => {
    const errors = findings['error'] ?? 0;
    const warnings = findings['warning'] ?? 0;
    if (errors > 0) return { sign: 'attention', words: m.check_to_mend({ count: number(errors) }) };
    if (warnings > 0)
      return { sign: 'begun', words: m.check_to_weigh({ count: number(warnings) }) };
    return { sign: 'done', words: '' };
  },
  work: Check,
};
