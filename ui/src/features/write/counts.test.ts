import { describe, expect, it } from 'vitest';
import type { CountReport } from '../../backend/backend';
import { nearly, ruleWords, spoken, wordsOfSections } from './counts';

const report: CountReport = {
  total: 120,
  counted: 100,
  parts: {},
  left_out: [],
  limit: 1500,
  rule: 'The desk’s English.',
  counts: ['body', 'headings'],
  counts_not: ['footnotes'],
  stated: true,
  numbers: 0,
  pace: 120,
  sections: [],
  added: 0,
  characters: 0,
  characters_without_spaces: 0,
  seconds: 0,
  pages: null,
  pages_counted: null,
  limits: [],
};

describe('the counting rule', () => {
  it('is said in the words of the window, with what is not counted', () => {
    expect(ruleWords(report)).toBe(
      'Counted: text and headings. Not counted: footnotes. Words that a proposal strikes out never count.',
    );
  });

  it('says when the call says nothing, and what the cover adds', () => {
    const said = ruleWords({ ...report, stated: false, added: 100, counts_not: [] });
    expect(said).toContain('and 100 words for the cover that the secretariat adds');
    expect(said).toContain('The call does not say what counts');
    expect(said).not.toContain('Not counted');
  });
});

describe('how full a section is', () => {
  it('is said in words, not by colour alone', () => {
    const said = (words: number) =>
      wordsOfSections([{ id: 's', heading: 'Summary', words, limit: 100 }])[0]?.label;
    expect(said(50)).toBe('50 of 100');
    expect(said(95)).toBe('95 of 100: 5 left');
    expect(said(101)).toBe('101 of 100: 1 too many');
    expect(nearly(95, 100) && !nearly(50, 100) && !nearly(101, 100)).toBe(true);
  });
});

describe('reading aloud', () => {
  it('takes minutes and seconds, rounded to ten', () => {
    expect(spoken(24)).toBe('20 s');
    expect(spoken(180)).toBe('3 min');
    expect(spoken(208)).toBe('3 min 30 s');
    expect(spoken(238)).toBe('4 min');
  });
});
