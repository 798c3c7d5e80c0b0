import { describe, expect, it } from 'vitest';
import type { PlanStep, ToldDeadline } from '../../backend/backend';
import { clocks, holdsFor, shortDay, stepName } from './words';

const step = (id: string, name = ''): PlanStep => ({
  id,
  name,
  days_before: 7,
  day: '2026-11-25',
  state: 'ahead',
  changed: false,
});

describe('a plan in words', () => {
  it('names the steps of every plan, and one of one’s own by its name', () => {
    expect(stepName(step('freeze'))).toBe('Text freeze');
    expect(stepName(step('own-1', 'Ask the adviser'))).toBe('Ask the adviser');
  });

  it('shows three clocks, and clocks that agree once', () => {
    const instant = '2026-12-04T22:00:00Z';
    expect(clocks(instant, 'America/New_York', 'Africa/Nairobi').map((c) => c.time)).toEqual([
      'Fri 4 Dec, 17:00',
      'Sat 5 Dec, 01:00',
      'Fri 4 Dec, 22:00',
    ]);
    expect(clocks(instant, 'UTC', 'UTC')).toHaveLength(1);
  });

  it('writes a day without its year', () => {
    expect(shortDay('2026-11-25')).toBe('Wed 25 Nov');
  });

  it('says for whom a date holds', () => {
    const told = { joint: true, status: null } as ToldDeadline;
    expect(holdsFor(told)).toBe('for joint statements');
    expect(holdsFor({ ...told, joint: null, status: 'roster' })).toBe('with roster status');
    expect(holdsFor({ ...told, joint: null })).toBe('');
  });
});
