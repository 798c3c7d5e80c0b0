import { describe, expect, it } from 'vitest';
import type { Deadline } from '../backend/backend';
import { countdown, dayAndTime, deadlineWords, zonePlace } from './time';

const deadline: Deadline = {
  what: 'statement',
  instant: '2026-12-04T22:00:00Z',
  zone: 'America/New_York',
  wording: 'by 4 December, close of business, New York time',
  assumed: null,
  source: 'letter',
  year: 2026,
  certainty: 'official',
};

describe('a deadline', () => {
  const now = Date.parse('2026-11-22T14:02:00Z');

  it('is told in the zone of the secretariat and in the user’s', () => {
    const words = deadlineWords(deadline, now, 'Africa/Nairobi');
    expect(words.there).toBe('Fri 4 Dec, 17:00 New York');
    expect(words.here).toBe('Sat 5 Dec, 01:00 here');
    expect(words.left).toEqual({ urgency: 'later', words: 'in 12 days' });
  });

  it('is told once when both clocks agree', () => {
    expect(deadlineWords(deadline, now, 'America/New_York').here).toBe('');
  });

  it('follows summer time of its zone', () => {
    expect(dayAndTime('2026-06-30T21:00:00Z', 'America/New_York')).toBe('Tue 30 Jun, 17:00');
  });

  it('at midnight is 00:00 of the day it begins, never 24:00', () => {
    expect(dayAndTime('2026-12-05T05:00:00Z', 'America/New_York')).toBe('Sat 5 Dec, 00:00');
  });
});

describe('a countdown', () => {
  const at = (hours: number) =>
    countdown('2026-12-04T22:00:00Z', Date.parse('2026-12-04T22:00:00Z') - hours * 3_600_000);

  it('counts days while there are two, then hours, then minutes', () => {
    expect(at(49).words).toBe('in 2 days');
    expect(at(47).words).toBe('in 47 hours');
    expect(at(1.5).words).toBe('in 90 minutes');
    expect(at(0.001).words).toBe('in 1 minute');
  });

  it('grows more pressing', () => {
    expect([at(24 * 8), at(24 * 3), at(5), at(-1)].map((c) => c.urgency)).toEqual([
      'later',
      'days',
      'hours',
      'passed',
    ]);
  });

  it('says how long ago it closed', () => {
    expect(at(-72).words).toBe('3 days ago');
  });
});

describe('a zone', () => {
  it('is named after its place', () => {
    expect(zonePlace('America/New_York')).toBe('New York');
    expect(zonePlace('Europe/Geneva')).toBe('Geneva');
    expect(zonePlace('UTC')).toBe('UTC');
  });
});
