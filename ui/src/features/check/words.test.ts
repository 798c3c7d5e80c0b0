import { describe, expect, it } from 'vitest';
import type { Finding } from '../../backend/backend';
import { findingWords, grouped, sentenceName, stepOf } from './words';

const nowhere = { part: 'body', section: null, paragraph: null, start: null, end: null };
const finding = (more: Partial<Finding>): Finding => ({
  code: 'R201',
  name: 'over-word-limit',
  severity: 'error',
  variant: 'whole',
  params: { counted: '2104', limit: '2000', over: '104' },
  message: 'from the desk',
  hint: 'also from the desk',
  place: nowhere,
  edits: [],
  ...more,
});

describe('a finding', () => {
  it('speaks from the catalogue by its name and variant', () => {
    expect(sentenceName(finding({}))).toBe('finding_over_word_limit_whole');
    expect(findingWords(finding({})).message).toContain('2104');
    expect(findingWords(finding({})).message).not.toBe('from the desk');
  });
  it('speaks with the desk’s words when the catalogue has none', () => {
    const words = findingWords(finding({ name: 'a-rule-of-tomorrow', variant: 'x' }));
    expect(words).toEqual({ message: 'from the desk', hint: 'also from the desk' });
  });
  it('leads to the step in which it can be seen', () => {
    expect(stepOf({ ...nowhere, part: 'response' })).toBe('respond');
    expect(stepOf({ ...nowhere, part: 'call' })).toBe(null);
  });
  it('is grouped by what it stops', () => {
    const groups = grouped([finding({ severity: 'info' }), finding({}), finding({})]);
    expect(groups.map((g) => [g.severity, g.findings.length])).toEqual([
      ['error', 2],
      ['info', 1],
    ]);
  });
});
