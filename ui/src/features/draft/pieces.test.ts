import { describe, expect, it } from 'vitest';
import type { Block } from '../../backend/backend';
import { fold } from '../../text/fold';
import { hits, pieces as cut, unitOffset } from './pieces';

function pieces(of: Block, wanted: string) {
  return cut(of, { found: hits(of.text, wanted), terms: [] });
}

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
    continues: [],
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

  it('keeps places true when letters fold into more or fewer', () => {
    const text = 'Les ﬁnalités « finales »';
    const [ligature, plain] = hits(text, 'final');
    expect(text.slice(ligature?.start, ligature?.end)).toBe('ﬁnal');
    expect(text.slice(plain?.start, plain?.end)).toBe('final');
  });

  it('is found in Arabic without its vowel signs and in other forms of its letters', () => {
    const text = 'في مجال الأَمْن السيبراني';
    const [place] = hits(text, 'الامن');
    expect(text.slice(place?.start, place?.end)).toBe('الأَمْن');
    expect(fold('المسـودة').text).toBe('المسوده');
  });

  it('stands whole when whole words are asked for', () => {
    expect(hits('norm, norms, normal', 'norm', true)).toEqual([{ start: 0, end: 4 }]);
    expect(hits('norm, norms, normal', 'norm')).toHaveLength(3);
  });

  it('of one letter is looked for in Chinese', () => {
    expect(hits('各国重申国际法', '国')).toHaveLength(2);
  });

  it('is marked across a note', () => {
    const shown = pieces(block('by consensus now', [{ mark: '1', offset: 6 }]), 'consensus');
    expect(shown.map((p) => p.kind)).toEqual(['text', 'hit', 'note', 'hit', 'text']);
  });
});

describe('a term', () => {
  it('is cut out where the desk counted its bytes, and gives way to what is looked for', () => {
    const of = block('État by consensus.');
    const terms = [{ term: 'consensus', place: { start: 6, end: 18 } }];
    const shown = cut(of, { found: [], terms });
    expect(shown.map((p) => (p.kind === 'term' ? `[${p.text}]` : ''))).toEqual([
      '',
      '[by consensus]',
      '',
    ]);
    const marked = cut(of, { found: hits(of.text, 'consensus'), terms });
    expect(marked.map((p) => p.kind)).toEqual(['text', 'term', 'hit', 'text']);
  });
});
