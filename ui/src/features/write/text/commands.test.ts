import { EditorState, type Transaction, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import {
  addNote,
  blockAt,
  canSpeak,
  cite,
  indent,
  linkAt,
  setBlock,
  setLink,
  setTongue,
  toggle,
  tongueAt,
} from './commands';
import { nextFormat } from './edit';
import { wholeMarkup } from './typing';

/** The part of a view that commands use; `[` and `]` mark what is selected, `|` the caret. */
function viewOf(text: string): EditorView & { text: () => string } {
  let doc = text;
  let anchor = doc.indexOf('«');
  let head: number;
  if (anchor >= 0) {
    doc = doc.replace('«', '');
    head = doc.indexOf('»');
    doc = doc.replace('»', '');
  } else {
    anchor = head = Math.max(0, doc.indexOf('|'));
    doc = doc.replace('|', '');
  }
  const view = {
    state: EditorState.create({
      doc,
      selection: { anchor, head },
      extensions: [nextFormat, wholeMarkup],
    }),
    dispatch(spec: TransactionSpec | Transaction) {
      view.state = view.state.update(spec as TransactionSpec).state;
    },
    focus: () => undefined,
    text: () => {
      const { from, to, empty } = view.state.selection.main;
      const s = view.state.doc.toString();
      return empty
        ? `${s.slice(0, from)}|${s.slice(from)}`
        : `${s.slice(0, from)}«${s.slice(from, to)}»${s.slice(to)}`;
    },
  };
  return view as unknown as EditorView & { text: () => string };
}
const after = (text: string, act: (view: EditorView) => unknown) => {
  const view = viewOf(text);
  act(view);
  return view.text();
};

describe('bold and italics', () => {
  it('goes on and off over a selection', () => {
    expect(after('a «b c» d', (v) => toggle(v, 'bold'))).toBe('a «**b c»** d');
    expect(after('a **«b c»** d', (v) => toggle(v, 'bold'))).toBe('a «b c» d');
    expect(after('**a «b» c**', (v) => toggle(v, 'bold'))).toBe('**a** «b» **c**');
    expect(after('a «b **c»** d', (v) => toggle(v, 'bold'))).toBe('a «**b c»** d');
    expect(after('**a «b»**', (v) => toggle(v, 'italic'))).toBe('**a «*b»***');
  });
  it('spans paragraphs', () => {
    expect(after('a «b\n\nc» d', (v) => toggle(v, 'bold'))).toBe('a «**b**\n\n**c»** d');
  });
});

describe('blocks', () => {
  it('becomes a heading and text again', () => {
    expect(after('ab|c', (v) => setBlock(v, 'heading2'))).toBe('## ab|c');
    expect(after('## ab|c', (v) => setBlock(v, 'text'))).toBe('ab|c');
    const view = viewOf('### a|');
    expect(blockAt(view.state)).toBe('heading3');
  });
  it('makes a list of paragraphs and paragraphs of a list', () => {
    const list = viewOf('«a\n\nb»');
    setBlock(list, 'ordered');
    expect(list.state.doc.toString()).toBe('1. a\n\n2. b');
    const text = viewOf('x\n\n«- a\n- b»\n- c');
    setBlock(text, 'bullet');
    expect(text.state.doc.toString()).toBe('x\n\na\n\nb\n\n- c');
  });
  it('indents items', () => {
    expect(after('- a\n- |b', (v) => indent(v, true))).toBe('- a\n  - |b');
    expect(after('- a\n  - |b', (v) => indent(v, false))).toBe('- a\n- |b');
  });
});

describe('links, notes and sources', () => {
  it('links a selection and takes the link away', () => {
    expect(after('see «this page» now', (v) => setLink(v, 'https://un.org/a (b)'))).toBe(
      'see «[this page»](<https://un.org/a (b)>) now',
    );
    const view = viewOf('see [th|is](https://un.org) now');
    expect(linkAt(view.state)).toBe('https://un.org');
    setLink(view, '');
    expect(view.text()).toBe('see th|is now');
  });
  it('adds a note at the end and goes there', () => {
    expect(after('a|\n\nb[^3]\n\n[^3]: c\n', addNote)).toBe('a[^4]\n\nb[^3]\n\n[^3]: c\n\n[^4]: |');
  });
  it('cites a source', () => {
    expect(after('**a|**', (v) => cite(v, 'un2021', 'para. 3'))).toBe('**a[@un2021, para. 3]|**');
    expect(after('a|', (v) => cite(v, 'un2021', ''))).toBe('a[@un2021]|');
  });
});

describe('the language of words', () => {
  it('is said for what is selected, and taken away again', () => {
    const said = 'the term «<span lang="fr">droit souple»</span> is';
    expect(after('the term «droit souple» is', (v) => setTongue(v, 'fr'))).toBe(said);
    expect(after(said, (v) => setTongue(v, ''))).toBe('the term «droit souple» is');
    expect(after('a **«b c»** d', (v) => setTongue(v, 'es'))).toBe(
      'a «<span lang="es">**b c»**</span> d',
    );
    expect(after('«a\n\n# b»', (v) => setTongue(v, 'ru'))).toBe(
      '<span lang="ru">«a</span>\n\n# <span lang="ru">b»</span>',
    );
  });
  it('is that of the passage at the caret, or of the word', () => {
    const view = viewOf('a <span lang="fr">b| c</span> d');
    expect(tongueAt(view.state)).toBe('fr');
    setTongue(view, 'la');
    expect(view.text()).toBe('a <span lang="la">b| c</span> d');
    expect(after('the jus co|gens norm', (v) => setTongue(v, 'la'))).toBe(
      'the jus <span lang="la">co|gens</span> norm',
    );
    expect(canSpeak(viewOf('a | b').state)).toBe(false);
  });
});
