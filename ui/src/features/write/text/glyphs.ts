/**
 * The words of one line without their mark-up: Markdown in, glyphs out, and back.
 *
 * A line of the body is read into glyphs: what a reader sees, one by one, each with its emphasis
 * and with the place in the source it came from. Edits are made on glyphs and written back, so that
 * the mark-up can never come apart while somebody types between marks nobody sees.
 */
import { parser as commonmark, type MarkdownConfig } from '@lezer/markdown';

/** Emphasis of a glyph; `link` is its address, empty for none. */
export interface Format {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string;
}

/** What a glyph is: a character, a note mark, a citation, or mark-up that is kept as it is. */
export type GlyphKind = 'text' | 'note' | 'cite' | 'other';

/** One thing a reader sees; `from` and `to` count UTF-16 units from the start of the read text. */
export interface Glyph extends Format {
  readonly kind: GlyphKind;
  /** The character as read, or the source of a mark. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export const PLAIN: Format = { bold: false, italic: false, link: '' };

const NOTE = /^\[\^[^\]\s[]+\]/;
const CITATION = /^\[@[^\][]+\]/;

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
  flatten(text, reader.parseInline(text, 0) as unknown as Element[], 0, text.length, PLAIN, out);
  if (remembered.size > REMEMBERED_LINES) remembered.clear();
  remembered.set(text, out);
  return out;
}

function flatten(
  text: string,
  elements: readonly Element[],
  from: number,
  to: number,
  format: Format,
  out: Glyph[],
): void {
  let at = from;
  for (const element of elements) {
    plain(text, at, element.from, format, out);
    at = element.to;
    readElement(text, element, format, out);
  }
  plain(text, at, to, format, out);
}

function plain(text: string, from: number, to: number, format: Format, out: Glyph[]): void {
  for (let i = from; i < to; i++) {
    out.push({ ...format, kind: 'text', text: text.charAt(i), from: i, to: i + 1 });
  }
}

function readElement(text: string, element: Element, format: Format, out: Glyph[]): void {
  const name = reader.nodeSet.types[element.type]?.name ?? '';
  const children = element.children ?? [];
  const isMark = (child: Element, mark: string) => reader.nodeSet.types[child.type]?.name === mark;
  switch (name) {
    case 'Emphasis':
    case 'StrongEmphasis': {
      const inner = children.filter((child) => !isMark(child, 'EmphasisMark'));
      const sides = children.filter((child) => isMark(child, 'EmphasisMark'));
      const start = sides[0]?.to ?? element.from;
      const end = sides[sides.length - 1]?.from ?? element.to;
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
        out.push({
          ...format,
          kind: 'other',
          text: text.slice(element.from, element.to),
          from: element.from,
          to: element.to,
        });
      } else {
        flatten(text, inner, element.from, element.to, format, out);
      }
      return;
    }
    case 'Escape':
      out.push({
        ...format,
        kind: 'text',
        text: text.charAt(element.from + 1),
        from: element.from,
        to: element.to,
      });
      return;
    default: {
      const kind = name === 'NoteMark' ? 'note' : name === 'Citation' ? 'cite' : 'other';
      out.push({
        ...format,
        kind,
        text: text.slice(element.from, element.to),
        from: element.from,
        to: element.to,
      });
    }
  }
}

/** Makes glyphs of words typed or pasted with one emphasis. */
export function glyphsOf(text: string, format: Format = PLAIN): Glyph[] {
  const out: Glyph[] = [];
  const { bold, italic, link } = format;
  for (let i = 0; i < text.length; i++) {
    out.push({ bold, italic, link, kind: 'text', text: text.charAt(i), from: i, to: i + 1 });
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
        (isSpace(glyph) ||
          (glyph.bold === other.bold && glyph.italic === other.italic && glyph.link === other.link))
      );
    })
  );
}

export function isSpace(glyph: Glyph): boolean {
  return glyph.kind === 'text' && /\s/.test(glyph.text);
}
