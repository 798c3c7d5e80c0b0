/** Takes pasted words in as clean paragraphs: headings, lists, emphasis and links stay, the rest is plain. */
import { EditorView } from '@codemirror/view';
import { formatAt, writeLine } from './edit';
import { glyphsOf, markGlyph, PLAIN, visible, type Format, type Glyph } from './glyphs';
import { lineAt, lineNumbered, lineOf, offsetOf, posOf } from './lines';
import { readMention } from './mention';
import { markupShown } from './typing';

/** One pasted block. */
export interface PastedBlock {
  readonly mark: string;
  readonly glyphs: readonly Glyph[];
}

const BLOCKS = new Set([
  'P',
  'DIV',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'LI',
  'UL',
  'OL',
  'TABLE',
  'TR',
  'BLOCKQUOTE',
  'SECTION',
  'ARTICLE',
  'HEADER',
  'FOOTER',
  'PRE',
  'DL',
  'DT',
  'DD',
  'FIGURE',
  'BODY',
  'HR',
]);
const SILENT = new Set([
  'STYLE',
  'SCRIPT',
  'HEAD',
  'TITLE',
  'META',
  'TEMPLATE',
  'NOSCRIPT',
  'O:P',
  'XML',
]);

/** Reads the HTML of Word, LibreOffice, Google Docs or a web page into blocks. */
export function readHtml(html: string): PastedBlock[] {
  const { body } = new DOMParser().parseFromString(unstyled(html), 'text/html');
  const out: PastedBlock[] = [];
  let current: Glyph[] = [];
  let mark = '';
  const finish = () => {
    const read = trimmed(current);
    // A heading has its own weight.
    const glyphs = mark.startsWith('#')
      ? read.map((glyph) => ({ ...glyph, bold: false, italic: false }))
      : read;
    if (glyphs.length > 0) out.push({ mark, glyphs });
    current = [];
    mark = '';
  };
  const walk = (
    node: Node,
    format: Format,
    list: { depth: number; ordered: boolean; count: number },
  ) => {
    if (node.nodeType === 3) {
      current.push(...glyphsOf((node.nodeValue ?? '').replace(/[\s\u00A0]+/g, ' '), format));
      return;
    }
    if (!(node instanceof HTMLElement) || SILENT.has(node.tagName) || isIgnored(node)) return;
    const name = node.tagName;
    if (name === 'BR') {
      finish();
      return;
    }
    const kept = node.dataset['rostrumMark'];
    if (kept !== undefined && readMention(kept)) {
      current.push(markGlyph('picture', kept));
      return;
    }
    if (kept !== undefined && /^\[(\^[^\]\s[]+|@[^\][]+)\]$/.test(kept)) {
      current.push(markGlyph(kept[1] === '^' ? 'note' : 'cite', kept, { ...format, link: '' }));
      return;
    }
    const own = emphasis(node, format);
    if (!BLOCKS.has(name)) {
      node.childNodes.forEach((child) => walk(child, own, list));
      return;
    }
    const inItem = mark !== '' && current.length === 0;
    if (!inItem) finish();
    if (name === 'UL' || name === 'OL') {
      const inner = { depth: list.depth + 1, ordered: name === 'OL', count: 0 };
      finish();
      node.childNodes.forEach((child) => walk(child, PLAIN, inner));
      finish();
      return;
    }
    if (name === 'LI') {
      finish();
      list.count++;
      mark = itemMark(Math.max(0, list.depth - 1), list.ordered, list.count);
    } else if (/^H[1-6]$/.test(name)) {
      mark = `${'#'.repeat(Math.min(3, Number(name[1])))} `;
    } else if (name === 'P') {
      mark = wordMark(node) ?? mark;
    }
    node.childNodes.forEach((child) => walk(child, own, list));
    finish();
  };
  body.childNodes.forEach((child) => walk(child, PLAIN, { depth: 0, ordered: false, count: 0 }));
  finish();
  return renumber(out);
}

/** Styles are read, never applied: the window's policy would refuse each of them, and say so. */
function unstyled(html: string): string {
  return html
    .replace(/<style\b[^>]*>[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='));
}

function styleOf(node: Element): string {
  return node.getAttribute('data-style') ?? '';
}

/** Reads plain text into blocks: a line is a paragraph. */
export function readPlain(text: string): PastedBlock[] {
  return text
    .split(/\r\n?|\n|\u2029/)
    .map((line) => ({ mark: '', glyphs: trimmed(glyphsOf(line.replace(/[\t\u00A0]/g, ' '))) }))
    .filter((block) => block.glyphs.length > 0);
}

function isIgnored(node: HTMLElement): boolean {
  const style = styleOf(node);
  return (
    /mso-list:\s*Ignore/i.test(style) ||
    /display:\s*none/i.test(style) ||
    node.hasAttribute('hidden')
  );
}

/** Word writes lists as paragraphs that only their style and first mark tell. */
function wordMark(node: HTMLElement): string | null {
  const style = styleOf(node);
  const list = /mso-list:\s*l\d+\s+level(\d)/i.exec(style);
  if (!list) {
    const heading = /MsoHeading(\d)|Heading(\d)/i.exec(node.className);
    return heading ? `${'#'.repeat(Math.min(3, Number(heading[1] ?? heading[2])))} ` : null;
  }
  const ignored = [...node.querySelectorAll('[data-style]')].find((child) =>
    isIgnored(child as HTMLElement),
  );
  const ordered = /^[\s(]*([0-9]+|[a-zA-Z]{1,4})[.)]/.test(ignored?.textContent ?? '');
  return itemMark(Number(list[1]) - 1, ordered, 1);
}

function itemMark(depth: number, ordered: boolean, number: number): string {
  return `${(ordered ? '   ' : '  ').repeat(depth)}${ordered ? `${number}.` : '-'} `;
}

function renumber(blocks: PastedBlock[]): PastedBlock[] {
  let count = 0;
  return blocks.map((block) => {
    if (!/^\d+\. $/.test(block.mark)) {
      if (!/^ /.test(block.mark)) count = 0;
      return block;
    }
    count++;
    return { ...block, mark: `${count}. ` };
  });
}

function emphasis(node: HTMLElement, format: Format): Format {
  const style = styleOf(node);
  const weight = /font-weight:\s*([\w]+)/i.exec(style)?.[1];
  const slant = /font-style:\s*(\w+)/i.exec(style)?.[1];
  let { bold, italic, link, lang } = format;
  if (node.tagName === 'B' || node.tagName === 'STRONG') bold = true;
  if (node.tagName === 'I' || node.tagName === 'EM') italic = true;
  if (weight !== undefined)
    bold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  if (slant !== undefined) italic = slant === 'italic' || slant === 'oblique';
  if (node.tagName === 'A') {
    const href = node.getAttribute('href') ?? '';
    link = /^(https?:|mailto:)/i.test(href) ? href : '';
  }
  // Other programs say a language of nearly every word; only ours was said by a person.
  const said = node.dataset['rostrumLang'];
  if (said !== undefined && /^[a-z]{2,3}(?:[-_][\w-]*)?$/i.test(said)) lang = said;
  return { bold, italic, link, lang };
}

function trimmed(glyphs: readonly Glyph[]): Glyph[] {
  const out: Glyph[] = [];
  for (const glyph of glyphs) {
    const before = out[out.length - 1];
    if (glyph.text === ' ' && (before === undefined || before.text === ' ')) continue;
    out.push(glyph);
  }
  while (out[out.length - 1]?.text === ' ') out.pop();
  return out;
}

/** Puts blocks in place of the selection. */
export function insertBlocks(view: EditorView, blocks: readonly PastedBlock[]): void {
  const { state } = view;
  const { from, to } = state.selection.main;
  const first = lineAt(state.doc, from);
  const last = lineAt(state.doc, to);
  const left = first.glyphs.slice(0, offsetOf(first, from));
  const right = last.glyphs.slice(offsetOf(last, to));
  const [head, ...rest] = blocks;
  if (head === undefined) return;
  const here = formatAt(first, left.length);
  const inherits = (glyph: Glyph): Glyph => ({
    ...glyph,
    bold: glyph.bold || (rest.length === 0 && here.bold),
    italic: glyph.italic || (rest.length === 0 && here.italic),
  });
  // Words pasted into a paragraph take its kind; blocks pasted into an empty one bring their own.
  const takesKind = left.length > 0 || first.kind === 'note' || first.mark !== '';
  const all = [
    { mark: takesKind ? first.mark : head.mark, glyphs: [...left, ...head.glyphs.map(inherits)] },
    ...rest,
  ];
  const end = all[all.length - 1] as PastedBlock;
  const caretOffset = end.glyphs.length;
  all[all.length - 1] = { ...end, glyphs: [...end.glyphs, ...right] };
  const lines = all.map((block) => writeLine(block.mark, block.glyphs));
  const isItem = (mark: string) => /^\s*(-|\d+\.) $/.test(mark);
  let text = lines[0] ?? '';
  for (let i = 1; i < lines.length; i++) {
    const tight = isItem(all[i]?.mark ?? '') && isItem(all[i - 1]?.mark ?? '');
    text += `${tight ? '\n' : '\n\n'}${lines[i]}`;
  }
  const nextLine = last.at < state.doc.lines ? lineNumbered(state.doc, last.at + 1) : null;
  const room = rest.length > 0 && nextLine !== null && nextLine.kind !== 'blank' ? '\n' : '';
  const lastLine = lines[lines.length - 1] ?? '';
  const anchor = first.from + text.length - lastLine.length + posOf(lineOf(lastLine), caretOffset);
  view.dispatch({
    changes: { from: first.from, to: last.to, insert: text + room },
    selection: { anchor },
    scrollIntoView: true,
    userEvent: 'input.done',
  });
}

/** Returns the selection as HTML and as plain words, for other programs and for pasting back. */
export function copied(view: EditorView): { readonly html: string; readonly text: string } | null {
  const { state } = view;
  const { from, to, empty } = state.selection.main;
  if (empty) return null;
  const html: string[] = [];
  const text: string[] = [];
  const firstLine = state.doc.lineAt(from).number;
  const lastLine = state.doc.lineAt(to).number;
  for (let n = firstLine; n <= lastLine; n++) {
    const line = lineNumbered(state.doc, n);
    if (line.kind === 'blank') continue;
    const glyphs = line.glyphs.slice(
      n === firstLine ? offsetOf(line, from) : 0,
      n === lastLine ? offsetOf(line, to) : undefined,
    );
    const whole = firstLine !== lastLine;
    const tag = !whole
      ? 'span'
      : line.kind === 'heading'
        ? `h${Math.min(6, line.level)}`
        : line.kind === 'bullet' || line.kind === 'ordered'
          ? 'li'
          : 'p';
    const inner = glyphs
      .map(glyphHtml)
      .join('')
      .replace(/<\/b><b>|<\/i><i>/g, '');
    html.push(
      tag === 'li'
        ? `<${line.kind === 'ordered' ? 'ol' : 'ul'}><li>${inner}</li></${line.kind === 'ordered' ? 'ol' : 'ul'}>`
        : `<${tag}>${inner}</${tag}>`,
    );
    text.push(visible(glyphs).replace(/\uFFFC/g, ''));
  }
  return { html: html.join('').replace(/<\/ul><ul>|<\/ol><ol>/g, ''), text: text.join('\n') };
}

function glyphHtml(glyph: Glyph): string {
  const safe = (s: string) =>
    s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  let out = safe(glyph.text);
  const mention = glyph.kind === 'picture' ? readMention(glyph.text) : null;
  if (mention) out = `<span data-rostrum-mark="${safe(glyph.text)}">${safe(mention.alt)}</span>`;
  if (glyph.kind === 'note' || glyph.kind === 'cite')
    out = `<sup data-rostrum-mark="${safe(glyph.text)}">*</sup>`;
  if (glyph.italic) out = `<i>${out}</i>`;
  if (glyph.bold) out = `<b>${out}</b>`;
  if (glyph.lang !== '')
    out = `<span lang="${safe(glyph.lang)}" data-rostrum-lang="${safe(glyph.lang)}">${out}</span>`;
  if (glyph.link !== '') out = `<a href="${safe(glyph.link)}">${out}</a>`;
  return out;
}

/** Returns the words on a clipboard; none when it holds only pictures. */
export function pasted(data: DataTransfer): PastedBlock[] {
  const html = data.getData('text/html');
  const blocks = html.trim() === '' ? [] : readHtml(html);
  return blocks.length > 0 ? blocks : readPlain(data.getData('text/plain'));
}

/** Cut, copy and paste of a page whose mark-up is out of sight. */
export const cleanClipboard = EditorView.domEventHandlers({
  paste(event, view) {
    const data = event.clipboardData;
    if (!data || view.state.facet(markupShown)) return false;
    const wanted = pasted(data);
    if (wanted.length === 0) return data.types.some((type) => type.startsWith('text/'));
    event.preventDefault();
    insertBlocks(view, wanted);
    return true;
  },
  copy: (event, view) => toClipboard(event, view, false),
  cut: (event, view) => toClipboard(event, view, true),
});

function toClipboard(event: ClipboardEvent, view: EditorView, cut: boolean): boolean {
  const what = copied(view);
  if (!what || !event.clipboardData || view.state.facet(markupShown)) return false;
  event.preventDefault();
  event.clipboardData.setData('text/html', what.html);
  event.clipboardData.setData('text/plain', what.text);
  if (cut) {
    const { from, to } = view.state.selection.main;
    view.dispatch({ changes: { from, to }, userEvent: 'delete.cut' });
  }
  return true;
}
