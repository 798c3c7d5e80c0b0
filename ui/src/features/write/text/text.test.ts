import { EditorState, type TransactionSpec } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { asTransaction, joinBackward, nextFormat, setNextFormat, splitBlock } from './edit';
import { glyphsOf, looksSame, markGlyph, readGlyphs, visible, type Glyph } from './glyphs';
import { canonical, isGap, itemNumber, lineAt } from './lines';
import { wholeMarkup } from './typing';
import { writeGlyphs } from './writing';

function stateOf(text: string): EditorState {
  const at = text.indexOf('|');
  const doc = at < 0 ? text : text.slice(0, at) + text.slice(at + 1);
  return EditorState.create({
    doc,
    selection: { anchor: Math.max(at, 0) },
    extensions: [nextFormat, wholeMarkup],
  });
}
const show = (state: EditorState) => {
  const { head } = state.selection.main;
  return `${state.sliceDoc(0, head)}|${state.sliceDoc(head)}`;
};
function type(state: EditorState, text: string): EditorState {
  let now = state;
  for (const c of text) {
    const { from, to } = now.selection.main;
    const spec: TransactionSpec = {
      changes: { from, to, insert: c },
      selection: { anchor: from + c.length },
      userEvent: 'input.type',
    };
    now = now.update(spec).state;
  }
  return now;
}

describe('reading a line', () => {
  it('hides emphasis, links, escapes and keeps marks as one glyph', () => {
    const glyphs = readGlyphs(
      'a **b *c*** [d](https://e.org) \\* [^1] [@key, para. 3] [in brackets]',
    );
    expect(visible(glyphs)).toBe('a b c d * \uFFFC \uFFFC [in brackets]');
    expect(glyphs[2]).toMatchObject({ text: 'b', bold: true, italic: false });
    expect(glyphs[4]).toMatchObject({ text: 'c', bold: true, italic: true });
    expect(glyphs[6]).toMatchObject({ text: 'd', link: 'https://e.org' });
  });
  it('reads a mark behind brackets as a mark', () => {
    expect(visible(readGlyphs('[sic][^1] and [so][@key] and [a][b]'))).toBe(
      '[sic]\uFFFC and [so]\uFFFC and [a][b]',
    );
  });
  it('knows the language of words, and what is no language', () => {
    const glyphs = readGlyphs('a <span lang="fr">*b* c</span> d</span> <span lang="1">e');
    expect(visible(glyphs)).toBe('a b c d\uFFFC \uFFFCe');
    expect(glyphs.map((glyph) => glyph.lang)).toEqual([
      '',
      '',
      'fr',
      'fr',
      'fr',
      '',
      '',
      '',
      '',
      '',
      '',
    ]);
    expect(writeGlyphs(readGlyphs('<span lang="ar">a'))).toBe('<span lang="ar">a</span>');
    const inner = '<span lang="fr">a <span lang="la">b</span> c</span>';
    expect(readGlyphs(inner).map((glyph) => glyph.lang)).toEqual(['fr', 'fr', 'la', 'fr', 'fr']);
  });
});

describe('writing a line', () => {
  it('puts spaces outside of emphasis', () => {
    const bold = { bold: true, italic: false, link: '', lang: '' };
    expect(writeGlyphs([...glyphsOf('a '), ...glyphsOf(' b ', bold), ...glyphsOf('c')])).toBe(
      'a  **b** c',
    );
  });
  it('writes what looks like mark-up so that it is read as words', () => {
    for (const text of [
      '2*3*4',
      'a_b_c _d_',
      '[^1] and [@x]',
      '[a](b)',
      '<b>',
      '&amp;',
      '# no',
      '1. no',
      '2026. no',
      '- no',
      '---',
      '`code`',
      'a\\b \\*',
    ]) {
      const written = writeGlyphs(glyphsOf(text), true);
      expect(
        visible(readGlyphs(lineAt(EditorState.create({ doc: written }).doc, 0).words)),
        written,
      ).toBe(text);
    }
  });
  it('reads back as what was written, whatever is written', () => {
    let seed = 7;
    const random = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
    const alphabet = [
      'a',
      'b',
      ' ',
      ' ',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '.',
      '"',
      'é',
      '`',
      '<',
      '!',
      '\\',
      '~',
      '#',
      '&',
      '1',
    ];
    let bent = 0;
    for (let run = 0; run < 4000; run++) {
      const glyphs: Glyph[] = [];
      let format = { bold: false, italic: false, link: '', lang: '' };
      for (let i = random(14); i >= 0; i--) {
        if (random(4) === 0)
          format = {
            bold: random(2) === 0,
            italic: random(3) === 0,
            link: random(6) === 0 ? 'https://x.org/a_(b)' : '',
            lang: random(5) === 0 ? (['fr', 'ar'][random(2)] ?? '') : '',
          };
        if (random(12) === 0)
          glyphs.push(
            markGlyph(random(2) === 0 ? 'note' : 'cite', random(2) === 0 ? '[^1]' : '[@k]', {
              ...format,
              link: '',
            }),
          );
        else glyphs.push(...glyphsOf(alphabet[random(alphabet.length)] as string, format));
      }
      const written = writeGlyphs(glyphs);
      const read = readGlyphs(written);
      // What a reader sees may lose leading spaces, never a character.
      expect(visible(read), JSON.stringify(written)).toBe(visible(glyphs));
      expect(writeGlyphs(read), JSON.stringify(written)).toBe(written);
      if (!looksSame(read, glyphs)) bent++;
    }
    // Emphasis is given to whole words only where CommonMark has no other way to write it.
    expect(bent).toBeLessThan(1200);
  });
});

describe('typing', () => {
  it('goes on in bold at the end of bold, spaces included', () => {
    expect(show(type(stateOf('**bold|** x'), ' and more'))).toBe('**bold and more|** x');
    expect(show(type(stateOf('**bold|** x'), ' '))).toBe('**bold** | x');
  });
  it('starts bold when asked', () => {
    const state = stateOf('a |').update({
      effects: setNextFormat.of({ bold: true, italic: false, link: '', lang: '' }),
    }).state;
    expect(show(type(state, 'bc d'))).toBe('a **bc d|**');
  });
  it('stays in a language inside of its words, and leaves it behind them', () => {
    const typed = (text: string) => show(type(stateOf(text), 'x'));
    expect(typed('a <span lang="fr">b|c</span> d')).toBe('a <span lang="fr">bx|c</span> d');
    expect(typed('a <span lang="fr">b|</span> d')).toBe('a <span lang="fr">b</span>x| d');
  });
  it('stops bold when asked', () => {
    const state = stateOf('**b|**').update({
      effects: setNextFormat.of({ bold: false, italic: false, link: '', lang: '' }),
    }).state;
    expect(show(type(state, ' c'))).toBe('**b** c|');
  });
  it('keeps stars as stars and makes a list of a dash', () => {
    expect(show(type(stateOf('|'), '2*3*4'))).toBe('2\\*3\\*4|');
    expect(show(type(stateOf('|'), '- item'))).toBe('- item|');
    expect(show(type(stateOf('|'), '* item'))).toBe('- item|');
    expect(show(type(stateOf('|'), '1. item'))).toBe('1. item|');
    expect(show(type(stateOf('|'), '2026. item'))).toBe('2026\\. item|');
    expect(show(type(stateOf('|'), '# Head'))).toBe('# Head|');
  });
  it('replaces a selection that cuts through emphasis', () => {
    const state = EditorState.create({
      doc: 'a **bcd** e',
      selection: { anchor: 5, head: 10 },
      extensions: [nextFormat, wholeMarkup],
    });
    expect(show(type(state, 'X'))).toBe('a **bX|**e');
  });
});

describe('paragraphs', () => {
  const enter = (text: string) => {
    const state = stateOf(text);
    const edit = splitBlock(state);
    return edit ? show(state.update(asTransaction(state, edit, 'input.done')).state) : null;
  };
  it('splits paragraphs, headings, items', () => {
    expect(enter('ab|cd')).toBe('ab\n\n|cd');
    expect(enter('**ab|cd**')).toBe('**ab**\n\n**|cd**');
    expect(enter('ab|')).toBe('ab\n\n|');
    expect(enter('ab|\n\ncd')).toBe('ab\n\n|\n\ncd');
    expect(enter('# H|')).toBe('# H\n\n|');
    expect(enter('# H|\ntext')).toBe('# H\n\n|\n\ntext');
    expect(enter('# |H')).toBe('\n\n# |H');
    expect(enter('- a|b')).toBe('- a\n- |b');
    expect(enter('1. a|')).toBe('1. a\n2. |');
    expect(enter('- a\n- |')).toBe('- a\n\n|');
  });
  it('joins backwards', () => {
    const back = (text: string) => {
      const state = stateOf(text);
      const edit = joinBackward(state, lineAt(state.doc, state.selection.main.head));
      return edit ? show(state.update(asTransaction(state, edit, 'delete.done')).state) : null;
    };
    expect(back('**a**\n\n**|b**')).toBe('**a|b**');
    expect(back('a\n\n# |H')).toBe('a|H');
    expect(back('a\n\n\n\n# |H')).toBe('a\n\n# |H');
    expect(back('# |H')).toBe('|H');
    expect(back('- |a')).toBe('|a');
    expect(back('  - |a')).toBe('- |a');
    expect(back('- a\n- |b\n- c')).toBe('- a\n\n|b\n\n- c');
    expect(back('a\n\n|')).toBe('a|');
  });
  it('knows gaps from empty paragraphs', () => {
    const gaps = (text: string) => {
      const { doc } = EditorState.create({ doc: text });
      return Array.from({ length: doc.lines }, (_, i) => (isGap(doc, i + 1) ? 'g' : '.')).join('');
    };
    expect(gaps('a\n\nb')).toBe('.g.');
    expect(gaps('a\n\n\n\nb')).toBe('.g.g.');
    expect(gaps('a\n\n\nb')).toBe('.gg.');
    expect(gaps('a\n\n')).toBe('.g.');
    expect(gaps('')).toBe('.');
    expect(gaps('\n\n# H')).toBe('.g.');
  });
});

describe('a numbered list', () => {
  it('counts on from its first item, whatever stands in the source', () => {
    const { doc } = EditorState.create({
      doc: 'a\n\n3. x\n7. y\n   1. z\n   1. w\n3. v\n\nb\n\n1. c',
    });
    const seen = [3, 4, 5, 6, 7, 11].map((at) => itemNumber(doc, at, at === 5 || at === 6 ? 1 : 0));
    expect(seen).toEqual([3, 4, 1, 2, 5, 1]);
  });
});

describe('the caret', () => {
  it('has one place for each place a reader sees', () => {
    const { doc } = EditorState.create({ doc: 'a **b** c\n\n# H' });
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map((pos) => canonical(doc, pos, true))).toEqual([
      0, 1, 2, 2, 2, 5, 5, 5, 8,
    ]);
    expect(canonical(doc, 10, true)).toBe(13);
    expect(canonical(doc, 10, false)).toBe(9);
    expect(canonical(doc, 11, true)).toBe(13);
  });
});
