import { describe, expect, it } from 'vitest';
import { likelyCut, wordsOf } from './cuts';

describe('the words of a block', () => {
  it('begin where the desk counts them', () => {
    expect(wordsOf('États agree.').map((w) => w.offset)).toEqual([0, 7]);
    expect(
      wordsOf('  One two ')
        .map((w) => w.text)
        .join(''),
    ).toBe('  One two ');
  });

  it('are most likely cut before a label that follows a full stop', () => {
    const words = wordsOf('States recall the report. 24. States agree in paragraph 3 to meet.');
    expect(words[likelyCut(words)]?.text.trim()).toBe('24.');
    expect(likelyCut(wordsOf('States agree in paragraph 3 to meet.'))).toBe(0);
  });
});
