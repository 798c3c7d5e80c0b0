/** What each line of the body is: a heading, a list item, a note, a blank between two paragraphs. */
import type { Text } from '@codemirror/state';
import { readGlyphs, type Glyph } from './glyphs';

export type LineKind =
  'text' | 'heading' | 'bullet' | 'ordered' | 'quote' | 'note' | 'table' | 'blank';

/** A line cut into its block mark and its words. */
export interface Line {
  readonly kind: LineKind;
  /** Block mark with its spaces, as it stands in the source. */
  readonly mark: string;
  /** Words after the block mark. */
  readonly words: string;
  /** Level of a heading; depth of a list item, from 0. */
  readonly level: number;
  /** Number of a numbered item. */
  readonly number: number;
  /** Label of a note. */
  readonly label: string;
}

const HEADING = /^(#{1,6})(?:[ \t]+|$)/;
const ITEM = /^([ \t]*)(?:([-*+])|(\d{1,9})[.)])(?:[ \t]+|$)/;
const NOTE = /^\[\^([^\]\s]+)\]:[ \t]*/;
const QUOTE = /^>[ \t]?/;

/** Cuts a line into its block mark and its words. */
export function readLine(text: string): Line {
  const made = (kind: LineKind, mark: string, more: Partial<Line> = {}): Line => ({
    kind,
    mark,
    words: text.slice(mark.length),
    level: 0,
    number: 0,
    label: '',
    ...more,
  });
  if (text.trim() === '') return made('blank', text);
  const heading = HEADING.exec(text);
  if (heading) return made('heading', heading[0], { level: heading[1]?.length ?? 1 });
  const item = ITEM.exec(text);
  if (item) {
    const depth = Math.floor((item[1] ?? '').replace(/\t/g, '    ').length / 2);
    const level = Math.min(depth, 4);
    return item[2] === undefined
      ? made('ordered', item[0], { level, number: Number(item[3]) })
      : made('bullet', item[0], { level });
  }
  const note = NOTE.exec(text);
  if (note) return made('note', note[0], { label: note[1] ?? '' });
  const quote = QUOTE.exec(text);
  if (quote) return made('quote', quote[0]);
  if (text.startsWith('|')) return made('table', '');
  return made('text', /^[ \t]*/.exec(text)?.[0] ?? '');
}

/** A line of a document, read. */
export interface PlacedLine extends Line {
  readonly from: number;
  readonly to: number;
  /** Number of the line, from 1. */
  readonly at: number;
  readonly glyphs: readonly Glyph[];
  /** Where its words begin in the document. */
  readonly start: number;
}

/** Reads the line of a document that holds a position. */
export function lineAt(doc: Text, pos: number): PlacedLine {
  return place(doc.lineAt(pos));
}

/** Reads a line of a document by its number. */
export function lineNumbered(doc: Text, at: number): PlacedLine {
  return place(doc.line(at));
}

/** Reads a line that stands in no document. */
export function lineOf(text: string): PlacedLine {
  return place({ from: 0, to: text.length, number: 1, text });
}

function place(line: { from: number; to: number; number: number; text: string }): PlacedLine {
  const read = readLine(line.text);
  const start = line.from + read.mark.length;
  return {
    ...read,
    from: line.from,
    to: line.to,
    at: line.number,
    glyphs: readGlyphs(read.words),
    start,
  };
}

/** Returns the one place in the source where the caret stands after so many glyphs of a line. */
export function posOf(line: PlacedLine, offset: number): number {
  if (offset <= 0) return line.start + (line.glyphs[0]?.from ?? 0);
  const glyph = line.glyphs[Math.min(offset, line.glyphs.length) - 1];
  return line.start + (glyph?.to ?? 0);
}

/** Returns how many glyphs of a line stand before a place in the source. */
export function offsetOf(line: PlacedLine, pos: number): number {
  const at = pos - line.start;
  let count = 0;
  for (const glyph of line.glyphs) {
    if (glyph.to > at && !(glyph.kind !== 'text' && at > (glyph.from + glyph.to) / 2)) break;
    count++;
  }
  return count;
}

/**
 * Tells whether a blank line only parts two paragraphs.
 *
 * Markdown parts paragraphs by a blank line; a reader sees space, not a line. Of a run of blank
 * lines every second one is an empty paragraph that the caret can stand in.
 */
export function isGap(doc: Text, at: number): boolean {
  const blank = (n: number) => doc.line(n).text.trim() === '';
  if (!blank(at)) return false;
  let first = at;
  while (first > 1 && blank(first - 1)) first--;
  let last = at;
  while (last < doc.lines && blank(last + 1)) last++;
  const place = at - first;
  const opens = first === 1;
  const closes = last === doc.lines;
  if (!closes && at === last) return true;
  return opens ? place % 2 === 1 : place % 2 === 0;
}

/** Returns the number of the nearest line the caret can stand in, searching one way then the other. */
export function standing(doc: Text, at: number, forward: boolean): number {
  for (const step of forward ? [1, -1] : [-1, 1]) {
    for (let n = at; n >= 1 && n <= doc.lines; n += step) if (!isGap(doc, n)) return n;
  }
  return at;
}

/** Returns the one caret place that looks the same as this one. */
export function canonical(doc: Text, pos: number, forward: boolean): number {
  const here = doc.lineAt(pos).number;
  const at = standing(doc, here, forward);
  const line = lineNumbered(doc, at);
  if (at === here) return posOf(line, offsetOf(line, pos));
  return posOf(line, at > here ? 0 : line.glyphs.length);
}

/** How far back the beginning of a list is looked for. */
const LONGEST_LIST = 400;

/**
 * Returns the number a reader sees before an item of a numbered list.
 *
 * Only the number of a list's first item matters in Markdown; the others count on from it, so an
 * item put between two others needs no change of those below.
 */
export function itemNumber(doc: Text, at: number, level: number): number {
  let first = 1;
  let before = -1;
  for (let n = at; n >= 1 && n > at - LONGEST_LIST; n--) {
    const line = readLine(doc.line(n).text);
    if (line.kind === 'blank') continue;
    const item = line.kind === 'ordered' || line.kind === 'bullet';
    if (!item || line.level < level || (line.level === level && line.kind === 'bullet')) break;
    if (line.level > level) continue;
    first = line.number;
    before++;
  }
  return first + Math.max(0, before);
}
