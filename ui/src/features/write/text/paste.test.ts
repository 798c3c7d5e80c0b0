// @vitest-environment jsdom
import { EditorState, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { writeLine } from './edit';
import { copied, insertBlocks, readHtml, readPlain, type PastedBlock } from './paste';

const markdown = (blocks: readonly PastedBlock[]) =>
  blocks.map((b) => writeLine(b.mark, b.glyphs)).join('\n');

describe('pasted HTML', () => {
  it('keeps headings, emphasis, lists and links, and nothing else', () => {
    const html = `<h2 style="color:red">A <b>head</b></h2><p>One <strong>two</strong> <em>three</em>
      <a href="https://un.org">four</a> <span style="font-weight:700">five</span> <u>six</u><sup>7</sup></p>
      <ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul><ol><li>d</li><li>e</li></ol>
      <table><tr><td>f</td><td>g</td></tr></table><script>alert(1)</script><a href="javascript:x">h</a>`;
    expect(markdown(readHtml(html)).split('\n')).toEqual([
      '## A head',
      'One **two** *three* [four](https://un.org) **five** six7',
      '- a',
      '  - b',
      '- c',
      '1. d',
      '2. e',
      'fg',
      'h',
    ]);
  });
  it('reads the lists of Word and drops its hidden marks', () => {
    const html = `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>first</p>
      <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>second</p>
      <p class=MsoNormal>Text<o:p></o:p></p>`;
    expect(markdown(readHtml(html)).split('\n')).toEqual(['- first', '   1. second', 'Text']);
  });
  it('does not take the bold that wraps all of Google Docs for bold', () => {
    expect(markdown(readHtml('<b style="font-weight:normal"><p>plain</p></b>'))).toBe('plain');
  });
  it('reads plain text as words, whatever they look like', () => {
    expect(markdown(readPlain('# not a heading\r\n\r\n2*3*4\n'))).toBe(
      '\\# not a heading\n2\\*3\\*4',
    );
  });
});

describe('putting in', () => {
  const paste = (text: string, blocks: readonly PastedBlock[]) => {
    const at = text.indexOf('|');
    const view = {
      state: EditorState.create({ doc: text.replace('|', ''), selection: { anchor: at } }),
      dispatch(spec: TransactionSpec) {
        view.state = view.state.update(spec).state;
      },
    };
    insertBlocks(view as unknown as EditorView, blocks);
    const { head } = view.state.selection.main;
    const out = view.state.doc.toString();
    return `${out.slice(0, head)}|${out.slice(head)}`;
  };
  it('continues the line, then brings its own blocks', () => {
    expect(paste('a|b', readPlain('x'))).toBe('ax|b');
    expect(paste('a|b', readPlain('x\ny'))).toBe('ax\n\ny|b');
    expect(paste('|', readHtml('<h1>H</h1><p>t</p>'))).toBe('# H\n\nt|');
    expect(paste('a|', readHtml('<ul><li>x</li><li>y</li></ul>'))).toBe('ax\n\n- y|');
  });
});

describe('copying', () => {
  it('comes back as it was, notes included', () => {
    const doc = '# H\n\na **b *c*** [d](https://un.org)[^1]\n\n- e\n- f[@k]';
    const view = { state: EditorState.create({ doc, selection: { anchor: 0, head: doc.length } }) };
    const out = copied(view as unknown as EditorView);
    expect(out?.text).toBe('H\na b c d\ne\nf');
    expect(markdown(readHtml(out?.html ?? ''))).toBe(doc.replace(/\n\n/g, '\n'));
  });
});
