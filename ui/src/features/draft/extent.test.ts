import { describe, expect, it } from 'vitest';
import type { Block, Region } from '../../backend/backend';
import { extents, pagesOf } from './extent';

function block(page: number, region: Region | null, continues: Block['continues'] = []): Block {
  return {
    id: 'a',
    kind: 'paragraph',
    label: null,
    level: 0,
    heading_path: [],
    text: 'a',
    original: null,
    page,
    region,
    continues,
    confidence: 1,
    footnotes: [],
  };
}

describe('the place of a block on its pages', () => {
  const start = { x: 100, y: 700, width: 400, height: 60 };
  const rest = { x: 72, y: 80, width: 420, height: 30 };

  it('is what the reader saw, with a little room around it', () => {
    expect(extents(block(1, start), 1)).toEqual([{ x: 97, y: 697, width: 406, height: 66 }]);
  });

  it('goes on over the edge of a page', () => {
    const both = block(1, start, [{ page: 2, region: rest }]);
    expect(pagesOf(both)).toEqual([1, 2]);
    expect(extents(both, 2)).toEqual([{ x: 69, y: 77, width: 426, height: 36 }]);
    expect(extents(both, 3)).toEqual([]);
  });

  it('is two rectangles in two columns', () => {
    const columns = block(1, start, [{ page: 1, region: rest }]);
    expect(pagesOf(columns)).toEqual([1]);
    expect(extents(columns, 1)).toHaveLength(2);
  });

  it('is not known where the reader does not tell', () => {
    expect(extents(block(1, null), 1)).toEqual([]);
  });
});
