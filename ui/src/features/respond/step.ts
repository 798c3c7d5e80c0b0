/** Respond: paragraph beside response. */
import { number } from '../../text/time';
import { m } from '../../text/words';
import type { Step } from '../../state/step';
import Respond from './Respond.svelte';
import RespondSide from './RespondSide.svelte';

/** The step Respond, with the number of responses. */
export const respondStep: Step = {
  id: 'respond',
  name: m.step_respond,
  state: ({ statement }) => {
    const count = statement.responses.length;
    return count === 0
      ? { sign: 'none', words: '' }
      : { sign: 'done', words: m.respond_count({ count, shown: number(count) }) };
  },
  work: Respond,
  side: RespondSide,
};
