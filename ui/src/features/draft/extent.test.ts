import { describe, expect, it } from 'vitest';
import type { Block, Region } from '../../backend/backend';
import { extent } from './extent';

function block(id: string, page: number, region: Region | null): Block {
  return {
    id,
    kind: 'paragraph',
    label: null,
    level: 0,
    heading_path: [],
    text: id,
    original: null,
    page,
    region,
    confidence: 1,
    footnotes: [],
  };
}

describe('the place of a block on its page', () => {
  const first = block('a', 1, { x: 100, y: 100, width: 400, height: 14 });
  const second = block('b', 1, { x: 72, y: 180, width: 380, height: 14 });
  const other = block('c', 2, { x: 72, y: 120, width: 400, height: 14 });

  it('reaches down to where the next block starts', () => {
    const region = extent([first, second, other], first, 770);
    expect(region).toEqual({ x: 69, y: 97, width: 434, height: 80 });
  });

  it('reaches to the end of the print when nothing follows', () => {
    expect(extent([first, second, other], second, 770)?.height).toBe(590);
  });

  it('does not end at a block of the column beside it', () => {
    const beside = block('d', 1, { x: 600, y: 130, width: 200, height: 14 });
    expect(extent([first, beside, second], first, 770)?.height).toBe(80);
  });

  it('is not known where the reader does not tell', () => {
    expect(extent([first], block('e', 1, null), 770)).toBeNull();
  });
});
