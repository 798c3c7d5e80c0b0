/** The words of each section in the words of the window. */
import type { LeftOut, LeftOutReason, SectionCount } from '../../backend/backend';
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

/** Returns what does not count, and why. */
export function leftOutWords({ part, words, reason }: LeftOut): string {
  const parts: Record<string, () => string> = {
    body: m.part_body,
    footnotes: m.part_footnotes,
    headings: m.part_headings,
    tables: m.part_tables,
    title: m.part_title,
    signatories: m.part_signatories,
    cover: m.part_cover,
    numbers: m.part_numbers,
  };
  const reasons: Record<LeftOutReason, () => string> = {
    stated: m.left_out_stated,
    not_stated: m.left_out_not_stated,
    replaced: m.left_out_replaced,
    automatic: m.left_out_automatic,
  };
  return m.write_left_out({
    part: parts[part]?.() ?? part,
    words: number(words),
    why: reasons[reason](),
  });
}
