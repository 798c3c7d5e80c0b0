/**
 * The words of one line without their mark-up: Markdown in, glyphs out, and back.
 *
 * A line of the body is read into glyphs: what a reader sees, one by one, each with its emphasis
 * and with the place in the source it came from. Edits are made on glyphs and written back, so that
 * the mark-up can never come apart while somebody types between marks nobody sees.
 */
import { parser as commonmark, type MarkdownConfig } from '@lezer/markdown';
import { readMention } from './mention';

/** Emphasis of a glyph; `link` is its address, `lang` its language where it is another; empty for none. */
export interface Format {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string;
  readonly lang: string;
}

/** What a glyph is: a character, a note mark, a citation, a picture, or mark-up that is kept as it is. */
export type GlyphKind = 'text' | 'note' | 'cite' | 'picture' | 'other';

/** One thing a reader sees; `from` and `to` count UTF-16 units from the start of the read text. */
export interface Glyph extends Format {
  readonly kind: GlyphKind;
  /** The character as read, or the source of a mark. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export const PLAIN: Format = { bold: false, italic: false, link: '', lang: '' };

const NOTE = /^\[\^[^\]\s[]+\]/;
const CITATION = /^\[@[^\][]+\]/;

/** What says the language of the words up to the next {@link TONGUE_END}. */
export const TONGUE = /^<span lang=["']*([a-z]{2,3}(?:[-_][\w-]*)?)["']*>$/i;
export const TONGUE_END = '</span>';

const marks: MarkdownConfig = {
  defineNodes: ['NoteMark', 'Citation'],
  parseInline: [
    {
      name: 'NoteMark',
      before: 'Link',
      parse(cx, next, pos) {
        if (next !== 91) return -1;
        const rest = cx.slice(pos, cx.end);
        const note = NOTE.exec(rest);
        if (note) return cx.addElement(cx.elt('NoteMark', pos, pos + note[0].length));
        const citation = CITATION.exec(rest);
        if (citation) return cx.addElement(cx.elt('Citation', pos, pos + citation[0].length));
        return -1;
      },
    },
  ],
};

const reader = commonmark.configure([marks]);

/** The part of Lezer's element that is read here; its children are not in the public types. */
interface Element {
  readonly type: number;
  readonly from: number;
  readonly to: number;
  readonly children?: readonly Element[];
}

const remembered = new Map<string, readonly Glyph[]>();
const REMEMBERED_LINES = 4000;

/** Reads a line without its block mark into glyphs. */
export function readGlyphs(text: string): readonly Glyph[] {
  const known = remembered.get(text);
  if (known) return known;
  const out: Glyph[] = [];
  const elements = reader.parseInline(text, 0) as unknown as Element[];
  flatten(text, elements, 0, text.length, PLAIN, { glyphs: out, tongues: [] });
  if (remembered.size > REMEMBERED_LINES) remembered.clear();
  remembered.set(text, out);
  return out;
}

/** What has been read, and the languages that hold where the reading is. */
interface Reading {
  readonly glyphs: Glyph[];
  readonly tongues: string[];
}

function flatten(
  text: string,
  elements: readonly Element[],
  from: number,
  to: number,
  format: Format,
  out: Reading,
): void {
  let at = from;
  for (const element of elements) {
    plain(text, at, element.from, format, out);
    at = element.to;
    readElement(text, element, format, out);
  }
  plain(text, at, to, format, out);
}

function plain(text: string, from: number, to: number, format: Format, out: Reading): void {
  for (let i = from; i < to; i++) read(out, format, 'text', text.charAt(i), i, i + 1);
}

function read(
  { glyphs, tongues }: Reading,
  format: Format,
  kind: GlyphKind,
  text: string,
  from: number,
  to: number,
): void {
  glyphs.push({ ...format, lang: tongues.at(-1) ?? '', kind, text, from, to });
}

function readElement(text: string, element: Element, format: Format, out: Reading): void {
  const name = reader.nodeSet.types[element.type]?.name ?? '';
  const children = element.children ?? [];
  const isMark = (child: Element, mark: string) => reader.nodeSet.types[child.type]?.name === mark;
  const { from, to } = element;
  const source = text.slice(from, to);
  switch (name) {
    case 'Emphasis':
    case 'StrongEmphasis': {
      const inner = children.filter((child) => !isMark(child, 'EmphasisMark'));
      const sides = children.filter((child) => isMark(child, 'EmphasisMark'));
      const start = sides[0]?.to ?? from;
      const end = sides[sides.length - 1]?.from ?? to;
      const own = name === 'Emphasis' ? { italic: true } : { bold: true };
      flatten(text, inner, start, end, { ...format, ...own }, out);
      return;
    }
    case 'Link': {
      const url = children.find((child) => isMark(child, 'URL'));
      const sides = children.filter((child) => isMark(child, 'LinkMark'));
      const inner = children.filter(
        (child) => !['LinkMark', 'URL', 'LinkTitle', 'LinkLabel'].some((n) => isMark(child, n)),
      );
      const [open, close] = sides;
      if (url && open && close && close.from > open.to) {
        const link = text.slice(url.from, url.to).replace(/^<|>$/g, '');
        flatten(text, inner, open.to, close.from, { ...format, link }, out);
      } else if (url) {
        read(out, format, 'other', source, from, to);
      } else {
        // Brackets before a mark are words: `[sic][^1]` points nowhere.
        const label = children.find((child) => isMark(child, 'LinkLabel'));
        flatten(text, inner, from, label?.from ?? to, format, out);
        if (label) readLabel(text, label, format, out);
      }
      return;
    }
    case 'Escape':
      read(out, format, 'text', text.charAt(from + 1), from, to);
      return;
    case 'Image':
      read(out, format, readMention(source) ? 'picture' : 'other', source, from, to);
      return;
    case 'HTMLTag': {
      const tongue = TONGUE.exec(source)?.[1];
      if (tongue !== undefined) out.tongues.push(tongue);
      else if (source !== TONGUE_END || out.tongues.pop() === undefined)
        read(out, format, 'other', source, from, to);
      return;
    }
    default: {
      const kind = name === 'NoteMark' ? 'note' : name === 'Citation' ? 'cite' : 'other';
      read(out, format, kind, source, from, to);
    }
  }
}

function readLabel(text: string, { from, to }: Element, format: Format, out: Reading): void {
  const source = text.slice(from, to);
  const kind = NOTE.test(source) ? 'note' : CITATION.test(source) ? 'cite' : null;
  if (kind === null) plain(text, from, to, format, out);
  else read(out, format, kind, source, from, to);
}

/** Makes glyphs of words typed or pasted with one emphasis. */
export function glyphsOf(text: string, format: Format = PLAIN): Glyph[] {
  const out: Glyph[] = [];
  const { bold, italic, link, lang } = format;
  for (let i = 0; i < text.length; i++) {
    out.push({ bold, italic, link, lang, kind: 'text', text: text.charAt(i), from: i, to: i + 1 });
  }
  return out;
}

/** Makes the glyph of a mark, such as `[^1]` or `[@key]`. */
export function markGlyph(kind: GlyphKind, source: string, format: Format = PLAIN): Glyph {
  return { ...format, kind, text: source, from: 0, to: source.length };
}

/** Returns what a reader sees of these glyphs; a mark is one object-replacement character. */
export function visible(glyphs: readonly Glyph[]): string {
  return glyphs.map((glyph) => (glyph.kind === 'text' ? glyph.text : '\uFFFC')).join('');
}

/** Tells whether two lines look the same to a reader; the emphasis of spaces does not matter. */
export function looksSame(a: readonly Glyph[], b: readonly Glyph[]): boolean {
  return (
    a.length === b.length &&
    a.every((glyph, i) => {
      const other = b[i];
      return (
        other !== undefined &&
        glyph.kind === other.kind &&
        glyph.text === other.text &&
        (isSpace(glyph) || sameFormat(glyph, other))
      );
    })
  );
}

/** Tells whether two glyphs, or two places, have the same emphasis, address and language. */
export function sameFormat(a: Format, b: Format): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.link === b.link && a.lang === b.lang;
}

export function isSpace(glyph: Glyph): boolean {
  return glyph.kind === 'text' && /\s/.test(glyph.text);
}
