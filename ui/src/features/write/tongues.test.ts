import { describe, expect, it } from 'vitest';
import { tongues } from './tongues';

describe('the languages to choose from', () => {
  const values = (own: string, present = '') => tongues(own, present, 'en').map((t) => t.value);
  it('begin with those of the United Nations, without that of the statement', () => {
    expect(values('en').slice(0, 6)).toEqual(['ar', 'zh', 'fr', 'ru', 'es', 'la']);
    expect(values('fr-CA')).not.toContain('fr');
    expect(new Set(values('en')).size).toBe(values('en').length);
  });
  it('go on by name, and hold what is said already', () => {
    const names = tongues('en', '', 'en').map((t) => t.name);
    expect(names.slice(7)).toEqual([...names.slice(7)].sort((a, b) => a.localeCompare(b, 'en')));
    expect(values('en', 'fr-CA')[0]).toBe('fr-CA');
    expect(values('en', 'ar')[0]).toBe('ar');
  });
});
