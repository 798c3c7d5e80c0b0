/** How the sample draft is set on its pages: where each block stands, and its lines. */
import type { Block } from '../generated/wire';

/** Size of a page in points (A4). */
export const pageSize = { width: 595, height: 842 };

const left = 92;
const top = 72;
const line = 15;
const measure = 80;

/** Returns the words of a block as they are broken into lines. */
export function linesOf(block: Block): string[] {
  const words = `${block.label === null ? '' : `${block.label}  `}${block.text}`.split(' ');
  const lines = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= measure) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

/** Gives every block its place on its page. */
export function place(blocks: Block[]): Block[] {
  const next = new Map<number, number>();
  return blocks.map((block) => {
    const page = block.page ?? 1;
    const y = next.get(page) ?? top;
    const height = linesOf(block).length * line;
    next.set(page, y + height + 12);
    const x = left + block.level * (block.kind === 'paragraph' ? 24 : 0);
    return { ...block, region: { x, y, width: 595 - left - x, height } };
  });
}

/** Draws a page; a browser without a canvas gets an empty picture. */
export function drawPage(blocks: Block[], scale: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = pageSize.width * scale;
  canvas.height = pageSize.height * scale;
  // A browser made for tests may have no canvas at all.
  const pen = navigator.userAgent.includes('jsdom') ? null : canvas.getContext('2d');
  if (!pen) return emptyPicture;
  pen.scale(scale, scale);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, pageSize.width, pageSize.height);
  pen.fillStyle = '#111';
  for (const block of blocks) {
    const { region } = block;
    if (!region) continue;
    const heavy = block.kind === 'heading' || block.kind === 'title';
    pen.font = `${heavy ? 'bold ' : ''}11px serif`;
    for (const [at, words] of linesOf(block).entries())
      pen.fillText(words, region.x, region.y + 11 + at * line, region.width);
  }
  return canvas.toDataURL('image/png').split(',')[1] ?? emptyPicture;
}

const emptyPicture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';
