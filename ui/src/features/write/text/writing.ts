/** Glyphs back to Markdown: the shortest well-formed mark-up that reads as these glyphs. */
import {
  isSpace,
  looksSame,
  readGlyphs,
  sameFormat,
  TONGUE_END,
  type Format,
  type Glyph,
} from './glyphs';

/**
 * Writes glyphs as one line of Markdown.
 *
 * Emphasis never begins or ends at a space, since CommonMark would not read it. Where emphasis that
 * begins inside a word cannot be written at all, it is given to the whole word.
 * `startsLine` says that the text opens a line, where `1.` or `#` would be taken for a block mark.
 */
export function writeGlyphs(glyphs: readonly Glyph[], startsLine = false): string {
  const even = withEvenSpaces(startsLine ? withoutIndent(glyphs) : glyphs);
  const first = spell(even, startsLine);
  if (looksSame(readGlyphs(first), even)) return first;
  const words = withEvenSpaces(byWord(even));
  const second = spell(words, startsLine);
  if (looksSame(readGlyphs(second), words)) return second;
  // Rather no emphasis than mark-up in sight or a word lost.
  return spell(
    even.map((glyph) => ({ ...glyph, bold: false, italic: false, link: '' })),
    startsLine,
  );
}

function marksBetween(a: Format, b: Format | undefined): boolean {
  return b === undefined || !sameFormat(a, b);
}

function withoutIndent(glyphs: readonly Glyph[]): readonly Glyph[] {
  const first = glyphs.findIndex((glyph) => !isSpace(glyph));
  return first <= 0 ? glyphs : glyphs.slice(first);
}

/** Gives a run of spaces the emphasis that both its neighbours share. */
function withEvenSpaces(glyphs: readonly Glyph[]): Glyph[] {
  const out = [...glyphs];
  let i = 0;
  while (i < out.length) {
    const glyph = out[i];
    if (glyph === undefined || !isSpace(glyph)) {
      i++;
      continue;
    }
    let end = i;
    while (end < out.length && isSpace(out[end] as Glyph)) end++;
    const left = out[i - 1];
    const right = out[end];
    for (let at = i; at < end; at++) {
      const space = out[at] as Glyph;
      out[at] = {
        ...space,
        bold: (left?.bold ?? false) && (right?.bold ?? false),
        italic: (left?.italic ?? false) && (right?.italic ?? false),
        link: left?.link === right?.link && left?.link === space.link ? space.link : '',
        lang: left?.lang === right?.lang ? (left?.lang ?? '') : '',
      };
    }
    i = end;
  }
  return out;
}

/** Gives every word the emphasis of its first glyph. */
function byWord(glyphs: readonly Glyph[]): Glyph[] {
  let word: Format | undefined;
  return glyphs.map((glyph) => {
    if (isSpace(glyph)) {
      word = undefined;
      return glyph;
    }
    word ??= glyph;
    return {
      ...glyph,
      bold: word.bold,
      italic: word.italic,
      link: glyph.kind === 'text' ? word.link : '',
    };
  });
}

type Mark =
  | { readonly kind: 'bold' | 'italic' }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'lang'; readonly tag: string };

function spell(glyphs: readonly Glyph[], startsLine: boolean): string {
  let out = '';
  const open: Mark[] = [];
  glyphs.forEach((glyph, i) => {
    while (open.some((mark) => !holds(mark, glyph))) out += closing(open.pop());
    for (const mark of wanted(glyphs, i, open)) {
      open.push(mark);
      out += opening(mark);
    }
    out += glyph.kind === 'text' ? escaped(glyphs, i, out) : glyph.text;
  });
  while (open.length > 0) out += closing(open.pop());
  return startsLine ? guardedStart(out) : out;
}

/** Marks to open before a glyph, the one that lasts longest first. */
function wanted(glyphs: readonly Glyph[], i: number, open: readonly Mark[]): Mark[] {
  const glyph = glyphs[i];
  if (glyph === undefined) return [];
  const marks: Mark[] = [];
  const missing = (kind: Mark['kind']) => !open.some((mark) => mark.kind === kind);
  if (glyph.lang !== '' && missing('lang')) marks.push({ kind: 'lang', tag: glyph.lang });
  if (glyph.link !== '' && missing('link')) marks.push({ kind: 'link', url: glyph.link });
  if (glyph.bold && missing('bold')) marks.push({ kind: 'bold' });
  if (glyph.italic && missing('italic')) marks.push({ kind: 'italic' });
  const last = (mark: Mark) => {
    let end = i;
    while (end < glyphs.length && holds(mark, glyphs[end] as Glyph)) end++;
    return end;
  };
  return marks.sort((a, b) => last(b) - last(a));
}

function holds(mark: Mark, glyph: Glyph): boolean {
  if (mark.kind === 'lang') return glyph.lang === mark.tag;
  return mark.kind === 'link' ? glyph.link === mark.url : glyph[mark.kind];
}

function opening(mark: Mark): string {
  if (mark.kind === 'lang') return `<span lang="${mark.tag}">`;
  return mark.kind === 'link' ? '[' : mark.kind === 'bold' ? '**' : '*';
}

function closing(mark: Mark | undefined): string {
  if (mark === undefined) return '';
  if (mark.kind === 'lang') return TONGUE_END;
  if (mark.kind !== 'link') return mark.kind === 'bold' ? '**' : '*';
  return /[\s()<>]/.test(mark.url)
    ? `](<${mark.url.replace(/[<>]/g, encodeURIComponent)}>)`
    : `](${mark.url})`;
}

/** Writes a character so that it is read as itself. */
function escaped(glyphs: readonly Glyph[], i: number, before: string): string {
  const glyph = glyphs[i] as Glyph;
  const at = (k: number) => (glyphs[k]?.kind === 'text' ? (glyphs[k]?.text ?? '') : '');
  const next = at(i + 1);
  const c = glyph.text;
  switch (c) {
    case '*':
    case '`':
      return `\\${c}`;
    case '\\':
      // A backslash before a letter is read as itself.
      return /[\p{L}\p{N}\s]/u.test(next) && !marksBetween(glyph, glyphs[i + 1]) ? c : '\\\\';
    case '_':
      return /[\p{L}\p{N}]/u.test(at(i - 1)) && /[\p{L}\p{N}]/u.test(next) ? c : '\\_';
    case '[':
      return next === '^' || next === '@' || glyph.link !== '' ? '\\[' : c;
    case ']':
      return glyph.link !== '' ? '\\]' : c;
    case '(':
      return before.endsWith(']') && at(i - 1) === ']' ? '\\(' : c;
    case '<':
      return /[\p{L}/!?]/u.test(next) ? '\\<' : c;
    case '&':
      return /^#?\w+;/.test(
        glyphs
          .slice(i + 1, i + 12)
          .map((_, k) => at(i + 1 + k))
          .join(''),
      )
        ? '\\&'
        : c;
    case '~':
      return next === '~' || at(i - 1) === '~' ? '\\~' : c;
    case '!': {
      const after = glyphs[i + 1];
      const opens =
        after !== undefined &&
        (after.kind !== 'text' || after.text === '[' || after.link !== glyph.link);
      return opens ? '\\!' : c;
    }
    default:
      return c;
  }
}

/** Keeps words that look like a block mark from becoming one. */
function guardedStart(text: string): string {
  const number = /^(\d{1,9})([.)])(\s|$)/.exec(text);
  if (number) return `${number[1]}\\${text.slice(number[1]?.length)}`;
  if (/^(#{1,6}(\s|$)|[-+](\s|$)|>|\||={2,}\s*$|-{2,}\s*$|~{3})/.test(text)) return `\\${text}`;
  return text;
}
