/** A block's words cut where something stands between or over them: note marks and what is looked for. */
import type { Block, Footnote } from '../../backend/backend';

/** A piece of a block. */
export type Piece =
  { kind: 'text'; text: string } | { kind: 'hit'; text: string } | { kind: 'note'; note: Footnote };

const bytes = new TextEncoder();

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

/** Folds what a person does not type: case, marks on letters, typographic quotes and dashes. */
export function folded(text: string): string {
  return [...text]
    .map((char) => {
      const plain = char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      // One unit in, one unit out, so that places stay true.
      return plain.length === char.length ? plain : char;
    })
    .join('')
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/[‐‑–—]/gu, '-');
}

/** Returns where something is found in a text, without overlap. */
export function hits(text: string, wanted: string): { start: number; end: number }[] {
  const looking = folded(wanted.trim());
  if (looking.length < 2) return [];
  const inside = folded(text);
  const found: { start: number; end: number }[] = [];
  for (
    let at = inside.indexOf(looking);
    at >= 0;
    at = inside.indexOf(looking, at + looking.length)
  ) {
    found.push({ start: at, end: at + looking.length });
  }
  return found;
}

/** Returns the pieces of a block, in order. */
export function pieces(block: Block, wanted: string): Piece[] {
  const { text } = block;
  const found = hits(text, wanted);
  const notes = block.footnotes
    .map((note) => ({ note, at: unitOffset(text, note.offset) }))
    .sort((a, b) => a.at - b.at);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of found) cuts.add(start).add(end);
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
    const hit = found.some((h) => h.start <= start && end <= h.end);
    out.push({ kind: hit ? 'hit' : 'text', text: text.slice(start, end) });
    notesAt(end);
  }
  return out.filter((piece) => piece.kind === 'note' || piece.text !== '');
}
