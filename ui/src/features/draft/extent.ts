/** How far a block reaches on its page: the reader tells where it starts, its neighbours where it ends. */
import type { Block, Region } from '../../backend/backend';

/** Blank space above and below a paragraph that still belongs to it, in points. */
const margin = 3;

/** Tells whether two regions stand above each other, and not side by side as in two columns. */
function inOneColumn(a: Region, b: Region): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width;
}

/**
 * Returns the rectangle that a block covers on the page where it starts.
 *
 * It ends where the next block of the same column starts, or at `bottom`, the end of the print.
 * Nothing when the reader could not tell where the block is.
 */
export function extent(blocks: Block[], block: Block, bottom: number): Region | null {
  const own = block.region;
  if (!own || block.page === null) return null;
  const beside = blocks
    .filter((b) => b.id !== block.id && b.page === block.page)
    .map((b) => b.region)
    .filter((region) => region !== null)
    .filter((region) => inOneColumn(region, own));
  const below = beside.map((r) => r.y).filter((y) => y > own.y + own.height / 2);
  const end = Math.max(own.y + own.height, Math.min(bottom, ...below) - margin);
  const left = Math.min(own.x, ...beside.map((r) => r.x));
  const right = Math.max(own.x + own.width, ...beside.map((r) => r.x + r.width));
  return {
    x: left - margin,
    y: own.y - margin,
    width: right - left + 2 * margin,
    height: end - own.y + margin,
  };
}
