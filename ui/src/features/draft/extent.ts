/** What a block covers on its pages, with the blank space around it that still belongs to it. */
import type { Block, Region } from '../../backend/backend';

/** Blank space around a paragraph, in points. */
const margin = 3;

/** Returns the numbers of the pages on which a block stands, in order. */
export function pagesOf(block: Block): number[] {
  if (block.page === null) return [];
  return [...new Set([block.page, ...block.continues.map((stretch) => stretch.page)])];
}

/**
 * Returns the rectangles that a block covers on a page: one, or one a column.
 *
 * None when the block is not on the page, or the reader could not tell where it is.
 */
export function extents(block: Block, page: number): Region[] {
  const first = block.region && block.page === page ? [block.region] : [];
  const further = block.continues.filter((stretch) => stretch.page === page);
  return [...first, ...further.map((stretch) => stretch.region)].map((region) => ({
    x: region.x - margin,
    y: region.y - margin,
    width: region.width + 2 * margin,
    height: region.height + 2 * margin,
  }));
}
