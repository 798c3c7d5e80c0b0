/** Instants in words: in the zone of a secretariat, in the user's, and how long it is until then. */
import type { Deadline } from '../backend/backend';
import { getLocale, m } from './words';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Returns the zone of this machine as an IANA name. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Returns the place a zone is named after: `America/New_York` is `New York`. */
export function zonePlace(zone: string): string {
  if (zone === 'UTC' || zone === 'Etc/UTC') return 'UTC';
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function format(instant: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(getLocale(), { hourCycle: 'h23', ...options }).format(
    new Date(instant),
  );
}

/** Returns day and time of an instant in a zone: `Fri 4 Dec, 17:00`. */
export function dayAndTime(instant: string, zone = ownZone()): string {
  // British order inside English: the UN writes day before month.
  const locale = getLocale() === 'en' ? 'en-GB' : getLocale();
  const date = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: zone,
  }).format(new Date(instant));
  return `${date.replace(',', '')}, ${timeOfDay(instant, zone)}`;
}

/** Returns the time of an instant in a zone: `17:00`. */
export function timeOfDay(instant: string, zone = ownZone()): string {
  return format(instant, { hour: '2-digit', minute: '2-digit', timeZone: zone });
}

/** Returns the day of an instant with its year: `4 December 2026`. */
export function longDay(instant: string, zone = ownZone()): string {
  const locale = getLocale() === 'en' ? 'en-GB' : getLocale();
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone }).format(
    new Date(instant),
  );
}

/** How pressing a deadline is. */
export type Urgency = 'passed' | 'hours' | 'days' | 'later';

/** How long it is until an instant. */
export interface Countdown {
  /** How pressing it is. */
  urgency: Urgency;
  /** In words: `in 12 days`, `in 5 hours`, `closed 2 days ago`. */
  words: string;
}

/** Returns how long it is until an instant, in the largest unit that still tells something. */
export function countdown(instant: string, now: number): Countdown {
  const left = Date.parse(instant) - now;
  const size = Math.abs(left);
  const [unit, count] =
    size >= 2 * day
      ? (['day', Math.floor(size / day)] as const)
      : size >= 2 * hour
        ? (['hour', Math.floor(size / hour)] as const)
        : (['minute', Math.max(1, Math.floor(size / minute))] as const);
  const amount = new Intl.NumberFormat(getLocale(), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(count);
  if (left < 0) return { urgency: 'passed', words: m.time_closed_ago({ amount }) };
  return {
    urgency: left < 2 * day ? 'hours' : left < 7 * day ? 'days' : 'later',
    words: m.time_in({ amount }),
  };
}

/** A deadline in the words of the window. */
export interface DeadlineWords {
  /** In the secretariat's zone, with its name. */
  there: string;
  /** In the user's zone; empty when both clocks agree. */
  here: string;
  /** In UTC; empty when one of the others is. */
  utc: string;
  /** How long it is until then. */
  left: Countdown;
}

/** Returns a deadline in the secretariat's zone, the user's and UTC. */
export function deadlineWords(deadline: Deadline, now: number, own = ownZone()): DeadlineWords {
  const there = dayAndTime(deadline.instant, deadline.zone);
  const here = dayAndTime(deadline.instant, own);
  const utc = dayAndTime(deadline.instant, 'UTC');
  return {
    there: m.time_at_place({ time: there, place: zonePlace(deadline.zone) }),
    here: here === there ? '' : m.time_here({ time: here }),
    utc: utc === there || utc === here ? '' : `${utc} UTC`,
    left: countdown(deadline.instant, now),
  };
}

/** Returns a number with the separators of the language in use. */
export function number(value: number): string {
  return new Intl.NumberFormat(getLocale()).format(value);
}
