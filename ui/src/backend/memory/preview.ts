/** Pages in the twin: the body line by line on plain sheets, enough to leaf through and to go to and fro. */
import type {
  Preview,
  PreviewOrigin,
  PreviewPage,
  PreviewPlace,
  PreviewRequest,
} from '../generated/wire';
import { refuse } from './failures';
import type { OpenStatement } from './statement';
import { bodySections } from './words';

const size = { width: 595.28, height: 841.89 };
const margin = 71;
const step = 15;
/** Letters of a line. */
const letters = 84;

interface Line {
  page: number;
  y: number;
  words: string;
  bold: boolean;
  origin: PreviewOrigin;
  /** Whether its piece begins with this line. */
  first: boolean;
}

function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= letters) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

/** How the pages are laid out. */
type Laid = Pick<PreviewRequest, 'footnotes' | 'contents'>;

/** The layout that was asked for last, which its pages are drawn by. */
const asked = new WeakMap<OpenStatement, Laid>();

function linesOf(open: OpenStatement): Line[] {
  const { footnotes, contents } = asked.get(open) ?? { footnotes: '', contents: '' };
  const lines: Line[] = [];
  let page = 1;
  let y = margin;
  const set = (origin: PreviewOrigin, text: string, bold: boolean) => {
    wrapped(text).forEach((words, at) => {
      if (y + step > size.height - margin) {
        page += 1;
        y = margin;
      }
      lines.push({ page, y, words, bold, origin, first: at === 0 });
      y += step;
    });
    y += step / 2;
  };
  const part = (name: string, at = 0): PreviewOrigin => ({ part: name, response: '', at });
  const { title, organisation } = open.statement();
  set(part('title'), title, true);
  set(part('header'), organisation, false);
  if (contents === 'with') {
    set(part('made'), 'Contents', true);
    for (const { heading } of bodySections(open.body)) set(part('made'), heading, false);
  }
  const pieces = [...open.body.matchAll(/[^\n]+(\n[^\n]+)*/g)];
  const isNote = (piece: { 0: string }) => footnotes === 'end' && piece[0].startsWith('[^');
  for (const piece of [...pieces.filter((p) => !isNote(p)), ...pieces.filter(isNote)]) {
    const words = piece[0].replace(/^#+ |[*_]|\[\^?@?[^\]]*\]/g, '');
    set(part('body', piece.index), words, piece[0].startsWith('#'));
  }
  return lines;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function svgOf(lines: readonly Line[]): string {
  const texts = lines.map(
    ({ y, words, bold }) =>
      `<text x="${String(margin)}" y="${String(y + 11)}"${bold ? ' font-weight="bold"' : ''}>${escaped(words)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(size.width)} ${String(size.height)}" font-family="serif" font-size="11.5"><rect width="100%" height="100%" fill="#fff"/>${texts.join('')}</svg>`;
}

function keyOf(lines: readonly Line[]): string {
  let key = 7;
  for (const { words } of lines)
    for (let at = 0; at < words.length; at += 1) key = (key * 31 + words.charCodeAt(at)) >>> 0;
  return key.toString(16);
}

function pagesOf(lines: readonly Line[]): Line[][] {
  const count = lines.at(-1)?.page ?? 1;
  return Array.from({ length: count }, (_, at) => lines.filter((line) => line.page === at + 1));
}

/** Returns the pages of a statement. */
export function previewOf(open: OpenStatement, laid?: Laid): Preview {
  if (laid) asked.set(open, laid);
  const lines = linesOf(open);
  const places: PreviewPlace[] = lines
    .filter((line) => line.first)
    .map(({ origin, page, y }) => ({ origin, page, y }));
  const pages = pagesOf(lines).map((page) => ({ ...size, key: keyOf(page) }));
  return {
    pages,
    counted: pages.length,
    places,
    findings: [],
    overtaken: false,
  };
}

/** Returns one page as a picture. */
export function previewPage(open: OpenStatement, page: number): PreviewPage {
  const lines = pagesOf(linesOf(open))[page - 1];
  return lines ? { page, key: keyOf(lines), svg: svgOf(lines) } : { page, key: '', svg: '' };
}

/** Returns what stands at a height of a page. */
export function previewTouch(open: OpenStatement, page: number, y: number): PreviewOrigin {
  const line = linesOf(open).findLast((l) => l.page === page && l.y <= y);
  if (!line) refuse('not_found', 'find the words on the page', 'no words', { page: String(page) });
  return line.origin;
}
