/** The words of each section in the words of the window. */
import type { CountReport, LeftOut, LeftOutReason, SectionCount } from '../../backend/backend';
import { number } from '../../text/time';
import { getLocale, m } from '../../text/words';
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
          : nearly(words, limit)
            ? m.words_near({
                words: number(words),
                limit: number(limit),
                left: number(limit - words),
              })
            : m.words_of({ words: number(words), limit: number(limit) }),
  }));
}

/** Tells whether a limit is nearly full: nine tenths, as the checks see it at nineteen twentieths. */
export function nearly(words: number, limit: number | null): boolean {
  return limit !== null && limit > 0 && words <= limit && words >= limit * 0.9;
}

/** Returns the name of a part of the document. */
export function partName(part: string): string {
  return (partNames[part] as (() => string) | undefined)?.() ?? part;
}

const partNames: Record<string, () => string> = {
  body: m.part_body,
  footnotes: m.part_footnotes,
  headings: m.part_headings,
  tables: m.part_tables,
  title: m.part_title,
  signatories: m.part_signatories,
  cover: m.part_cover,
  annexes: m.part_annexes,
  numbers: m.part_numbers,
};

/** Returns the counting rule in the words of the window. */
export function ruleWords({ counts, counts_not, added, stated }: CountReport): string {
  const list = new Intl.ListFormat(getLocale(), { type: 'conjunction' });
  const named = (parts: readonly string[]) => list.format(parts.map(partName));
  const sentences = [
    added > 0
      ? m.rule_counts_added({ parts: named(counts), words: number(added) })
      : m.rule_counts({ parts: named(counts) }),
  ];
  if (counts_not.length > 0) sentences.push(m.rule_counts_not({ parts: named(counts_not) }));
  sentences.push(m.rule_proposals());
  if (!stated) sentences.push(m.rule_not_stated());
  return sentences.join(' ');
}

/** Returns how long the text takes to read aloud: `4 min 30 s`. */
export function spoken(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round((seconds % 60) / 10) * 10;
  if (rest === 60) return m.spoken_minutes({ minutes: number(minutes + 1) });
  if (minutes === 0) return m.spoken_seconds({ seconds: number(rest) });
  return rest === 0
    ? m.spoken_minutes({ minutes: number(minutes) })
    : m.spoken_both({ minutes: number(minutes), seconds: number(rest) });
}

/** Returns what does not count, and why. */
export function leftOutWords({ part, words, reason }: LeftOut): string {
  const reasons: Record<LeftOutReason, () => string> = {
    stated: m.left_out_stated,
    not_stated: m.left_out_not_stated,
    replaced: m.left_out_replaced,
    automatic: m.left_out_automatic,
  };
  return m.write_left_out({
    part: partName(part),
    words: number(words),
    why: reasons[reason](),
  });
}
