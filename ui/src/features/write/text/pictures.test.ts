import { EditorState, type Transaction, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { readGlyphs, visible } from './glyphs';
import { readMention, writeMention } from './mention';
import { pictureAt, putPicture, rewritePicture, takePictureOut } from './pictures';
import { writeGlyphs } from './writing';

function viewOf(text: string): EditorView {
  const at = Math.max(0, text.indexOf('|'));
  const view = {
    state: EditorState.create({ doc: text.replace('|', ''), selection: { anchor: at } }),
    dispatch(spec: TransactionSpec | Transaction) {
      view.state = view.state.update(spec as TransactionSpec).state;
    },
    focus: () => undefined,
  };
  return view as unknown as EditorView;
}
function after(text: string, act: (view: EditorView) => void): string {
  const view = viewOf(text);
  act(view);
  const { head } = view.state.selection.main;
  return `${view.state.sliceDoc(0, head)}|${view.state.sliceDoc(head)}`;
}
const map = { name: 'map.png', alt: 'A map', caption: '' };

describe('what shows a picture', () => {
  it('is read as it is written, whatever its words hold', () => {
    for (const words of ['', 'A "map" [of] 2*3\\4 & more!', 'ä <b> `c` | ~d~ ^e @f']) {
      const mention = { name: 'map.png', alt: words, caption: words };
      expect(readMention(writeMention(mention))).toEqual(mention);
      expect(readGlyphs(writeMention(mention)).map((glyph) => glyph.kind)).toEqual(['picture']);
    }
    expect(readMention('![a](b.png "Source: [@who2024]")')?.caption).toBe('Source: [@who2024]');
  });
  it('is none when it names something of the web, or nothing', () => {
    for (const source of ['![a](https://e.org/a.png)', '![a](data:image/png;base64,)', '![a]()'])
      expect(readMention(source), source).toBe(null);
  });
  it('is one thing for who reads, and stays as it is when words are typed beside it', () => {
    const glyphs = readGlyphs('a ![A *map*](map.png "b") c');
    expect(visible(glyphs)).toBe('a \uFFFC c');
    expect(writeGlyphs(glyphs)).toBe('a ![A *map*](map.png "b") c');
  });
});

describe('a picture is put', () => {
  const put = (text: string) => after(text, (view) => putPicture(view, map));
  const it_is = '![A map](map.png)|';
  it('on a line of its own, below the paragraph of the caret', () => {
    expect(put('a| b\n\nc')).toBe(`a b\n\n${it_is}\n\nc`);
    expect(put('a b|')).toBe(`a b\n\n${it_is}`);
    expect(put('# H|\ntext')).toBe(`# H\n\n${it_is}\n\ntext`);
  });
  it('above it where the caret stands at its beginning, and into an empty one', () => {
    expect(put('a\n\n|b')).toBe(`a\n\n${it_is}\n\nb`);
    expect(put('|')).toBe(it_is);
    expect(put('a\n\n|\n\nb')).toBe(`a\n\n${it_is}\n\nb`);
  });
  it('below a list and before the notes, never into them', () => {
    expect(put('- a|\n- b\n\nc')).toBe(`- a\n- b\n\n${it_is}\n\nc`);
    expect(put('a[^1]\n\n[^1]: no|te')).toBe(`a[^1]\n\n${it_is}\n\n[^1]: note`);
  });
});

describe('a picture of the text', () => {
  it('is found from the caret at it, and gets other words', () => {
    const text = 'a\n\n![](map.png)\n\nb';
    const view = viewOf(text);
    expect(pictureAt(view.state.doc, 0)).toBe(null);
    const found = pictureAt(view.state.doc, 3);
    expect(found).toMatchObject({ name: 'map.png', alt: '', from: 3, to: 15 });
    if (found) rewritePicture(view, found, map);
    expect(view.state.doc.toString()).toBe('a\n\n![A map](map.png)\n\nb');
  });
  it('goes with its line', () => {
    const out = (text: string) =>
      after(text, (view) => {
        const found = pictureAt(view.state.doc, text.indexOf('!'));
        if (found) takePictureOut(view, found);
      });
    expect(out('a\n\n![](m.png)\n\nb')).toBe('a\n\n|b');
    expect(out('a\n\n![](m.png)\n')).toBe('a|\n');
    expect(out('![](m.png)')).toBe('|');
    expect(out('- ![](m.png) x')).toBe('- | x');
  });
});
