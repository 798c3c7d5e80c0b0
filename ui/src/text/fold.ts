/** Text without what a person does not type, which still knows where each letter stood; as `read::fold` in rostrum-core. */

/** A folded text. */
export interface Folded {
  text: string;
  /** For each unit of the folded text and its end, the unit of the original it came from; none when they agree. */
  from: Uint32Array | null;
}

const forms: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  ß: 's',
  ı: 'i',
  ø: 'o',
  ł: 'l',
};

const unseen = /[\u{ad}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}\u{2066}-\u{2069}\u{feff}ـ]/u;
// eslint-disable-next-line no-control-regex -- the letters that fold by case alone
const plain = /^[\u{0}-\u{7f}]*$/u;

/** Folds a text: case, accents and vowel signs, typographic signs. */
export function fold(text: string): Folded {
  if (plain.test(text)) return { text: text.toLowerCase(), from: null };
  let out = '';
  const from: number[] = [];
  let at = 0;
  for (const char of text) {
    const small = unseen.test(char)
      ? ''
      : char.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\p{M}/gu, '');
    const kept = forms[small] ?? (/^\s$/u.test(small) ? ' ' : small);
    from.push(...Array.from({ length: kept.length }, () => at));
    out += kept;
    at += char.length;
  }
  from.push(at);
  return { text: out, from: Uint32Array.from(from) };
}

const kept = new Map<string, Folded>();
const most = 8_000;

/** Folds a text, or gives what was folded before: the blocks of a draft are folded once. */
export function foldOnce(text: string): Folded {
  const known = kept.get(text);
  if (known) return known;
  if (kept.size > most) kept.clear();
  const folded = fold(text);
  kept.set(text, folded);
  return folded;
}
