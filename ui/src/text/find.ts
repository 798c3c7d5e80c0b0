/** Finding words in a text as a person types them. */
import { fold, foldOnce } from './fold';

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

const letter = /[\p{L}\p{N}]/u;

/** Returns where something is found in a text, without overlap; case, accents and typographic signs do not matter. */
export function hits(text: string, wanted: string, whole = false): Stretch[] {
  const looking = fold(wanted.trim()).text;
  // One Latin letter would paint the page over; one Chinese letter is a word.
  if (looking.length < 2 && !/[\u{2e80}-\u{9fff}]/u.test(looking)) return [];
  const inside = foldOnce(text);
  const found: Stretch[] = [];
  for (
    let at = inside.text.indexOf(looking);
    at >= 0;
    at = inside.text.indexOf(looking, at + looking.length)
  ) {
    const end = at + looking.length;
    if (whole && (letter.test(inside.text[at - 1] ?? '') || letter.test(inside.text[end] ?? '')))
      continue;
    const place = (unit: number) => inside.from?.[unit] ?? unit;
    found.push({ start: place(at), end: place(end) });
  }
  return found;
}
