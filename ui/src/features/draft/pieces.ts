/** A block's words cut where something stands between or over them: note marks, terms, and what is looked for. */
import type { Block, Footnote, TermPlace } from '../../backend/backend';
import type { Stretch } from '../../text/find';
import { fold } from '../../text/fold';

export { hits } from '../../text/find';

/** A piece of a block. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'hit'; text: string; nth: number }
  | { kind: 'term'; text: string; term: string }
  | { kind: 'note'; note: Footnote };

const bytes = new TextEncoder();

/** Folds what a person does not type: case, accents, typographic signs. */
export function folded(text: string): string {
  return fold(text).text;
}

/** Returns the place in UTF-16 units of a place in UTF-8 bytes; the desk counts bytes, the window units. */
export function unitOffset(text: string, byteOffset: number): number {
  let at = 0;
  let seen = 0;
  for (const char of text) {
    if (seen >= byteOffset) return at;
    seen += bytes.encode(char).length;
    at += char.length;
  }
  return at;
}

/** What stands over a block's words. */
export interface Over {
  /** Where what is looked for was found. */
  found: Stretch[];
  /** Terms that can be explained; none when they are not asked for. */
  terms: TermPlace[];
}

/** Returns the pieces of a block, in order. */
export function pieces(block: Block, over: Over): Piece[] {
  const { text } = block;
  if (over.found.length + over.terms.length + block.footnotes.length === 0)
    return text === '' ? [] : [{ kind: 'text', text }];
  const notes = block.footnotes
    .map((note) => ({ note, at: unitOffset(text, note.offset) }))
    .sort((a, b) => a.at - b.at);
  const terms = over.terms.map(({ term, place }) => ({
    term,
    start: unitOffset(text, place.start),
    end: unitOffset(text, place.end),
  }));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...over.found, ...terms]) cuts.add(start).add(end);
  for (const { at } of notes) cuts.add(at);
  const places = [...cuts].sort((a, b) => a - b);
  const out: Piece[] = [];
  const notesAt = (at: number) => {
    for (const { note, at: place } of notes) if (place === at) out.push({ kind: 'note', note });
  };
  notesAt(0);
  for (let i = 0; i + 1 < places.length; i += 1) {
    const start = places[i] ?? 0;
    const end = places[i + 1] ?? 0;
    const piece = text.slice(start, end);
    const nth = over.found.findIndex((h) => h.start <= start && end <= h.end);
    const term = terms.find((t) => t.start <= start && end <= t.end);
    if (nth >= 0) out.push({ kind: 'hit', text: piece, nth });
    else if (term) out.push({ kind: 'term', text: piece, term: term.term });
    else out.push({ kind: 'text', text: piece });
    notesAt(end);
  }
  return out.filter((piece) => piece.kind === 'note' || piece.text !== '');
}
