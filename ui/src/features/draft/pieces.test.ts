import { describe, expect, it } from 'vitest';
import type { Block } from '../../backend/backend';
import { folded, hits, pieces, unitOffset } from './pieces';

function block(text: string, notes: { mark: string; offset: number }[] = []): Block {
  return {
    id: 'b1',
    kind: 'paragraph',
    label: '1.',
    level: 0,
    heading_path: [],
    text,
    original: null,
    page: null,
    region: null,
    confidence: 1,
    footnotes: notes.map((n) => ({ ...n, text: 'See annex.' })),
  };
}

describe('a note mark', () => {
  it('stands after as many bytes as the desk counted, also behind letters of two and four bytes', () => {
    expect(unitOffset('État 🕊 x', 5)).toBe(4);
    expect(unitOffset('État 🕊 x', 10)).toBe(7);
    expect(unitOffset('abc', 99)).toBe(3);
  });

  it('cuts the words where it stands', () => {
    const shown = pieces(block('Élu par consensus, noté.', [{ mark: '1', offset: 18 }]), '');
    expect(shown.map((p) => (p.kind === 'note' ? `[${p.note.mark}]` : p.text))).toEqual([
      'Élu par consensus',
      '[1]',
      ', noté.',
    ]);
  });

  it('at the very end comes after the last word', () => {
    const shown = pieces(block('Noted.', [{ mark: '*', offset: 6 }]), '');
    expect(shown.map((p) => p.kind)).toEqual(['text', 'note']);
  });
});

describe('what is looked for', () => {
  it('is found without regard to case, accents and typographic signs', () => {
    expect(hits('États et états', 'etats')).toHaveLength(2);
    expect(hits('the “agreed” language', '"agreed"')).toEqual([{ start: 4, end: 12 }]);
    expect(hits('non–binding', 'non-binding')).toHaveLength(1);
  });

  it('of one letter finds nothing, so that a page is not painted over', () => {
    expect(hits('States', 's')).toEqual([]);
  });

  it('keeps places true when letters fold', () => {
    expect(folded('İstanbul ﬁeld').length).toBe('İstanbul ﬁeld'.length);
  });

  it('is marked across a note', () => {
    const shown = pieces(block('by consensus now', [{ mark: '1', offset: 6 }]), 'consensus');
    expect(shown.map((p) => p.kind)).toEqual(['text', 'hit', 'note', 'hit', 'text']);
  });
});
