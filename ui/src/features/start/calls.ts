/** Calls sorted as a person with little time wants them. */
import type { CallCard } from '../../backend/backend';
import { number } from '../../text/time';
import { m } from '../../text/words';
import { permissionWord } from '../call/rules';

/** Calls that can still be answered, and the others. */
export interface SortedCalls {
  open: CallCard[];
  earlier: CallCard[];
}

/** Tells whether the last deadline that is known has passed, and the next one is not known. */
export function awaitsNext(call: CallCard, now: number): boolean {
  return (
    call.status === 'unknown' && call.deadline !== null && Date.parse(call.deadline.instant) <= now
  );
}

/**
 * Returns open calls by deadline, after them those taken at any time and those whose next deadline
 * is not known, and the rest by name.
 */
export function sortCalls(calls: CallCard[], now: number): SortedCalls {
  const instant = (c: CallCard) =>
    c.deadline && !awaitsNext(c, now) ? Date.parse(c.deadline.instant) : Infinity;
  const answerable = (c: CallCard) =>
    (c.status === 'open' && instant(c) > now) || c.status === 'rolling' || c.status === 'unknown';
  return {
    open: calls
      .filter(answerable)
      .sort((a, b) => instant(a) - instant(b) || a.name.localeCompare(b.name)),
    earlier: calls.filter((c) => !answerable(c)).sort((a, b) => a.name.localeCompare(b.name)),
  };
}

/** Returns the calls whose name or body has these letters. */
export function findCalls(calls: CallCard[], letters: string): CallCard[] {
  const wanted = letters.trim().toLowerCase().split(/\s+/u);
  return calls.filter((c) => {
    const words = `${c.name} ${c.body} ${c.id}`.toLowerCase();
    return wanted.every((word) => words.includes(word));
  });
}

/** Returns the first rules of a call in a few words: limit, footnotes, files. */
export function firstRules(call: CallCard): string[] {
  return [
    call.limit === null ? null : m.limit_words({ max: number(call.limit) }),
    call.footnotes === null
      ? null
      : m.first_footnotes({ permission: permissionWord(call.footnotes) }),
    call.numbered_paragraphs === null
      ? null
      : m.first_numbering({ permission: permissionWord(call.numbered_paragraphs) }),
    call.files.length === 0 ? null : call.files.map((f) => f.toUpperCase()).join(', '),
  ].filter((rule) => rule !== null);
}

/** Returns whether input can be given, in words. */
export function statusWord(call: CallCard): string {
  const words = {
    open: m.status_open,
    rolling: m.status_rolling,
    closed: m.status_closed,
    historic: m.status_historic,
    unknown: m.status_unknown,
  };
  return words[call.status]();
}
