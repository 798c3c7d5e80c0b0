/** The outline of a draft: its headings, with what stands under each. */
import type { Block, Response } from '../../backend/backend';

/** A heading of a draft. */
export interface OutlineEntry {
  id: string;
  text: string;
  level: number;
  /** Paragraphs under it, up to the next heading of its level or above. */
  paragraphs: number;
  /** One's own responses to them. */
  responses: number;
}

/** Returns the headings of a draft with the number of paragraphs and responses under each. */
export function outline(blocks: Block[], own: Map<string, Response[]>): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let open: OutlineEntry[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const level = Math.max(1, block.level);
      const entry = { id: block.id, text: block.text, level, paragraphs: 0, responses: 0 };
      open = [...open.filter((e) => e.level < level), entry];
      entries.push(entry);
    }
    for (const entry of open) {
      if (block.kind === 'paragraph' && block.level === 0) entry.paragraphs += 1;
      entry.responses += own.get(block.id)?.length ?? 0;
    }
  }
  return entries;
}
