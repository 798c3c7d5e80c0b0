/** The kinds a block can be, as a person chooses among them. */
import type { Block, BlockKind } from '../../backend/backend';
import { m } from '../../text/words';

/** A kind with its level, by a word for a list. */
export interface KindChoice {
  value: string;
  name: () => string;
  kind: BlockKind;
  level: number;
}

/** The choices, in the order of their number keys. */
export const kindChoices: KindChoice[] = [
  { value: 'paragraph:0', name: m.kind_paragraph, kind: 'paragraph', level: 0 },
  { value: 'paragraph:1', name: m.kind_sub, kind: 'paragraph', level: 1 },
  { value: 'heading:1', name: m.kind_heading_1, kind: 'heading', level: 1 },
  { value: 'heading:2', name: m.kind_heading_2, kind: 'heading', level: 2 },
  { value: 'heading:3', name: m.kind_heading_3, kind: 'heading', level: 3 },
  { value: 'title:0', name: m.kind_title, kind: 'title', level: 0 },
  { value: 'other:0', name: m.kind_other, kind: 'other', level: 0 },
];

/** Returns the choice that a block is. */
export function kindOf(block: Block): string {
  if (block.kind === 'paragraph') return block.level > 0 ? 'paragraph:1' : 'paragraph:0';
  if (block.kind === 'heading') return `heading:${String(Math.min(3, Math.max(1, block.level)))}`;
  return block.kind === 'footnote' ? '' : `${block.kind}:0`;
}
