/** Write: one clean page, section by section. */
import type { Step } from '../../state/step';
import { number } from '../../text/time';
import { m } from '../../text/words';
import Write from './Write.svelte';
import WriteSide from './WriteSide.svelte';

/** The step Write, with the words that count and the limit. */
export const writeStep: Step = {
  id: 'write',
  name: m.step_write,
  state: ({ count }) => {
    const words = number(count.counted);
    if (count.counted === 0) return { sign: 'none', words: '' };
    if (count.limit === null) return { sign: 'begun', words: m.write_words({ words }) };
    const of = m.write_words_of({ words, limit: number(count.limit) });
    return { sign: count.counted > count.limit ? 'attention' : 'begun', words: of };
  },
  work: Write,
  side: WriteSide,
  sideName: m.side_guidance,
};
