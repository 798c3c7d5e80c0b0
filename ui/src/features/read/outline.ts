/** The outline of a draft: its headings, with what stands under each. */
import type { Block, Response, SectionTally } from '../../backend/backend';

/** A heading of a draft. */
export interface OutlineEntry {
  id: string;
  text: string;
  level: number;
  /** Paragraphs under it, up to the next heading of its level or above. */
  paragraphs: number;
  /** Words under it; 0 until they have been counted. */
  words: number;
  /** Blocks under it the reader was unsure of. */
  unsure: number;
  /** One's own responses to them; one that answers several paragraphs counts once. */
  responses: number;
}

/** Returns the headings of a draft with what stands under each. */
export function outline(
  blocks: Block[],
  own: Map<string, Response[]>,
  tallies: SectionTally[],
): OutlineEntry[] {
  const counted = new Map(tallies.map((tally) => [tally.block, tally]));
  const entries: OutlineEntry[] = [];
  let open: { entry: OutlineEntry; seen: Set<string> }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const level = Math.max(1, block.level);
      const { paragraphs = 0, words = 0, unsure = 0 } = counted.get(block.id) ?? {};
      const entry = {
        id: block.id,
        text: block.text,
        level,
        paragraphs,
        words,
        unsure,
        responses: 0,
      };
      open = [...open.filter((o) => o.entry.level < level), { entry, seen: new Set() }];
      entries.push(entry);
    }
    for (const response of own.get(block.id) ?? []) {
      for (const { entry, seen } of open) {
        seen.add(response.id);
        entry.responses = seen.size;
      }
    }
  }
  return entries;
}

/** Returns the heading under which a block stands. */
export function under(
  blocks: Block[],
  entries: OutlineEntry[],
  id: string,
): OutlineEntry | undefined {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  let last: OutlineEntry | undefined;
  for (const block of blocks) {
    last = byId.get(block.id) ?? last;
    if (block.id === id) return last;
  }
  return undefined;
}
