import { describe, expect, it } from 'vitest';
import type { ScrubItem, ScrubReport } from '../../backend/backend';
import { asked, cleanName, fates, grouped, summary, undecided } from './words';

const item = (kind: ScrubItem['kind'], removal: ScrubItem['removal']): ScrubItem => ({
  kind,
  what: 'words',
  who: 'Partner one',
  when: '2026-11-20T09:00:00Z',
  place: '',
  count: 1,
  weight: 'warning',
  removal,
});

const report = (items: ScrubItem[], hindrance: ScrubReport['hindrance'] = 'none'): ScrubReport => ({
  file: 'study.docx',
  format: 'docx',
  hindrance,
  items,
  more: 0,
});

describe('what a file gives away', () => {
  const found = report([item('comment', 'comments'), item('author', 'always')]);

  it('asks only about what is in the file', () => {
    expect(asked(found)).toEqual(['comments']);
    expect(asked(report(found.items, 'signed'))).toEqual([]);
  });

  it('puts what is to be decided first', () => {
    expect(grouped(found, undecided).map(([group]) => group)).toEqual(['open', 'always']);
    const kept = grouped(found, { ...undecided, comments: 'keep' });
    expect(kept.map(([group]) => group)).toEqual(['kept', 'always']);
  });

  it('says what becomes of it in one line', () => {
    expect(summary(found, undecided)).toBe('1 for you to decide. 1 thing is taken out.');
    expect(summary(found, { ...undecided, comments: 'remove' })).toBe('2 things are taken out.');
    expect(summary(report([]), undecided)).toBe('It gives nothing away.');
  });

  it('says who and when', () => {
    expect(grouped(found, undecided)[0]?.[1][0]).toEqual({
      kind: 'Comment',
      what: 'words',
      by: 'Partner one, 20 November 2026',
    });
  });

  it('lets nobody publish by oversight: an annex must be decided about', () => {
    expect(fates('comments', true).map((f) => f.value)).toEqual(['open', 'remove', 'keep']);
    expect(fates('changes', false).map((f) => f.value)).toEqual(['open', 'accept', 'reject']);
  });

  it('names a clean copy after the file', () => {
    expect(cleanName('study.docx')).toBe('study (clean).docx');
    expect(cleanName('study')).toBe('study (clean)');
  });
});
