import { describe, expect, it } from 'vitest';
import { dayParts, monthNames, partsOf, withPart, withParts } from './day';

describe('a day in the language of the window', () => {
  it('has its parts in the order of the language', () => {
    expect(dayParts('en')).toEqual(['day', 'month', 'year']);
    expect(dayParts('fr')).toEqual(['day', 'month', 'year']);
    expect(dayParts('zh')).toEqual(['year', 'month', 'day']);
  });

  it('names the months', () => {
    expect(monthNames('fr')[7]).toBe('août');
    expect(monthNames('es')).toHaveLength(12);
  });

  it('takes one part and stays a day of the calendar', () => {
    expect(withPart('2026-01-31', 'month', '02')).toBe('2026-02-28');
    expect(withPart('2026-02-28', 'year', '2028')).toBe('2028-02-28');
    expect(withPart('2026-02-28', 'day', '30')).toBe('');
    expect(withPart('2026-02-28', 'day', '٩')).toBe('2026-02-09');
    expect(withPart('2026-02-28', 'day', 'soon')).toBe('');
  });

  it('is made of parts typed one by one, once all are there', () => {
    expect(partsOf('')).toEqual({ year: '', month: '', day: '' });
    expect(withParts({ year: '2026', month: '', day: '4' })).toBe('');
    expect(withParts({ year: '2026', month: '02', day: '4' })).toBe('2026-02-04');
    expect(withParts({ year: '2026', month: '02', day: '30' })).toBe('');
    expect(withParts({ year: '26', month: '02', day: '3' })).toBe('');
    expect(withParts(partsOf('2026-11-09'))).toBe('2026-11-09');
  });
});
