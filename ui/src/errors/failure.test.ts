import { describe, expect, it } from 'vitest';
import type { Code } from '../backend/backend';
import { codes } from './codes';
import { internalFailure, wordsFor } from './failure';

describe('a failure', () => {
  it('names the file as a person knows it, not its path', () => {
    const words = wordsFor({
      code: 'draft_damaged',
      attempt: 'read the draft',
      detail: 'xref',
      params: { file: '/some/folder/zero draft.pdf' },
    });
    expect(words.text).toBe('The draft “zero draft.pdf” is damaged and could not be read.');
    expect(words.next).not.toBe('');
  });

  it('never shows what the desk said in English for its log', () => {
    for (const code of Object.keys(codes) as Code[]) {
      const words = wordsFor({ code, attempt: 'ATTEMPT', detail: 'DETAIL', params: {} });
      expect(`${words.text} ${words.next}`).not.toMatch(/ATTEMPT|DETAIL|undefined/u);
      expect(words.text).toMatch(/[.]$/u);
    }
  });

  it('says of each kind of file what to do with it', () => {
    const words = (sort: string) =>
      wordsFor({
        code: 'draft_kind',
        attempt: '',
        detail: '',
        params: { file: '/in/draft.doc', sort },
      });
    expect(words('legacy-word').text).toContain('“draft.doc” is an old Word document');
    expect(words('rich-text').next).toContain('save it as DOCX or PDF');
    expect(words('locked-office').next).toContain('without the password');
    expect(words('of-tomorrow').text).toContain('a kind that Rostrum does not read');
  });

  it('tells a file that is large from one that takes much memory or time', () => {
    const text = (code: Code) =>
      wordsFor({ code, attempt: '', detail: '', params: { file: 'draft.pdf' } }).text;
    expect(text('draft_too_large')).toContain('too large');
    expect(text('draft_too_heavy')).toContain('memory');
    expect(text('draft_too_slow')).toContain('too long');
  });

  it('of the window itself says that what was saved is safe', () => {
    expect(wordsFor(internalFailure(new Error('x'))).text).toContain('safe');
  });

  it('leaves no problem without a next step', () => {
    const stuck = Object.entries(codes).filter(
      ([, words]) => words.tone === 'problem' && words.next({}) === '',
    );
    expect(stuck).toEqual([]);
  });
});
