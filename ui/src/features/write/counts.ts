/** The words of each section in the words of the window. */
import type { SectionCount } from '../../backend/backend';
import { number } from '../../text/time';
import { m } from '../../text/words';
import type { SectionWords } from './text/bars';

/** Returns what the bar under each heading says. */
export function wordsOfSections(counts: readonly SectionCount[]): SectionWords[] {
  return counts.map(({ heading, words, limit }) => ({
    heading,
    words,
    limit,
    label:
      limit === null
        ? m.words_no_limit({ words: number(words) })
        : words > limit
          ? m.words_over({
              words: number(words),
              limit: number(limit),
              over: number(words - limit),
            })
          : m.words_of({ words: number(words), limit: number(limit) }),
  }));
}
