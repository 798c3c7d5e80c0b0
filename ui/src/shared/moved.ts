/** Phrases that a change took out in one place and put in at another, as pieces of its runs. */
import type { MovedPhrase, WordRun } from '../backend/backend';

/** A piece of a run: moved as a phrase, or not. */
export interface Piece {
  change: WordRun['change'];
  text: string;
  moved: boolean;
}

/** Returns the place in a text that so many bytes of UTF-8 lead to. */
function unit(text: string, bytes: number): number {
  let seen = 0;
  let at = 0;
  for (const sign of text) {
    if (seen >= bytes) break;
    const code = sign.codePointAt(0) ?? 0;
    seen += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += sign.length;
  }
  return at;
}

/** Cuts runs where a phrase that moved begins and ends. */
export function pieces(runs: WordRun[], moved: MovedPhrase[]): Piece[] {
  return runs.flatMap(({ change, text }, number) => {
    const spans = moved
      .flatMap((phrase) => [
        ...(phrase.from === number ? [phrase.from_bytes] : []),
        ...(phrase.to === number ? [phrase.to_bytes] : []),
      ])
      .map(([start, end]): [number, number] => [unit(text, start), unit(text, end)])
      .sort(([a], [b]) => a - b);
    const out: Piece[] = [];
    let at = 0;
    for (const [start, end] of spans) {
      if (start > at) out.push({ change, text: text.slice(at, start), moved: false });
      out.push({ change, text: text.slice(start, end), moved: true });
      at = end;
    }
    if (at < text.length || out.length === 0) {
      out.push({ change, text: text.slice(at), moved: false });
    }
    return out;
  });
}
