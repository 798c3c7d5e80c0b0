/** Days of the calendar in the language of the window. */
import { getLocale } from './words';

/** A part of a day. */
export type DayPart = 'day' | 'month' | 'year';

/** British order inside English: the UN writes day before month. */
const written = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);

/** Returns the parts of a day in the order in which a language writes them. */
export function dayParts(locale: string = getLocale()): DayPart[] {
  const parts = new Intl.DateTimeFormat(written(locale), { dateStyle: 'long' }).formatToParts(0);
  const known: readonly string[] = ['day', 'month', 'year'];
  return parts.map((p) => p.type).filter((type): type is DayPart => known.includes(type));
}

/** Returns the months by name, January first. */
export function monthNames(locale: string = getLocale()): string[] {
  const format = new Intl.DateTimeFormat(written(locale), { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, at) => format.format(Date.UTC(2026, at, 1)));
}

/** Digits as other scripts write them, in those of Europe. */
function digits(words: string): string {
  return words
    .trim()
    .replace(/[\u0660-\u0669]/gu, (d) => String(d.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/gu, (d) => String(d.charCodeAt(0) - 0x06f0));
}

/**
 * Returns a day with one part changed; empty when the calendar has no such day.
 *
 * A day that the month does not have becomes its last one: 31 January in February is the 28th.
 */
export function withPart(value: string, part: DayPart, words: string): string {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  const number = Number(digits(words));
  if (!Number.isInteger(number)) return '';
  const wanted = { year, month, day, [part]: number };
  if (wanted.year < 1945 || wanted.year > 9999 || wanted.month < 1 || wanted.month > 12) return '';
  const last = new Date(Date.UTC(wanted.year, wanted.month, 0)).getUTCDate();
  if (wanted.day < 1 || (part === 'day' && wanted.day > last)) return '';
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(wanted.year)}-${two(wanted.month)}-${two(Math.min(wanted.day, last))}`;
}

/** Returns the parts of a day as they are typed; those of none are empty. */
export function partsOf(value: string): Record<DayPart, string> {
  const [year = '', month = '', day = ''] = value.split('-');
  return { year, month, day: day === '' ? '' : String(Number(day)) };
}

/** Returns the day that these parts make; empty while one is missing, or when the calendar has no such day. */
export function withParts({ year, month, day }: Record<DayPart, string>): string {
  if ([year, month, day].some((part) => part === '')) return '';
  const first = withPart(withPart('2000-01-01', 'year', year), 'month', month);
  return first === '' ? '' : withPart(first, 'day', day);
}
