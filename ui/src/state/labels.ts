/** How people name paragraphs: `23`, `16 bis`, `11 (a)`; the same reading as `Draft::labelled` in rostrum-core. */
import type { Block } from '../backend/backend';

/** Returns a label without what only typography adds: case, spaces, dots and brackets. */
export function plainLabel(label: string): string {
  return (label.match(/[\p{L}\p{N}]/gu) ?? []).join('').toLowerCase();
}

/** Returns a label as it is said in a sentence: without its closing dot. */
export function spokenLabel(label: string): string {
  return label.replace(/\.$/u, '').trim();
}

/** Returns the address of every labelled block by id: `11 (a)` for a sub-paragraph of `11.`. */
export function addresses(blocks: Block[]): Map<string, string> {
  const found = new Map<string, string>();
  let above: { level: number; label: string }[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.label === null) continue;
    above = above.filter((a) => a.level < block.level);
    above.push({ level: block.level, label: spokenLabel(block.label) });
    found.set(block.id, above.map((a) => a.label).join(' '));
  }
  return found;
}

/** Returns the block that a person means by `label`, or nothing. */
export function labelled(blocks: Block[], label: string): Block | undefined {
  const wanted = plainLabel(label);
  if (wanted === '') return undefined;
  const full = addresses(blocks);
  const paragraphs = blocks.filter((b) => b.kind === 'paragraph' && b.label !== null);
  return (
    paragraphs.find((b) => plainLabel(full.get(b.id) ?? '') === wanted) ??
    paragraphs.find((b) => plainLabel(b.label ?? '') === wanted)
  );
}

/** Returns the paragraphs whose label or address begins as typed, an exact one first, at most `most`. */
export function beginning(blocks: Block[], typed: string, most = 8): Block[] {
  const wanted = plainLabel(typed);
  if (wanted === '') return [];
  const full = addresses(blocks);
  const exact = labelled(blocks, typed);
  const rest = blocks.filter((block) => {
    if (block === exact || !full.has(block.id)) return false;
    return (
      plainLabel(full.get(block.id) ?? '').startsWith(wanted) ||
      plainLabel(block.label ?? '').startsWith(wanted)
    );
  });
  return [...(exact ? [exact] : []), ...rest].slice(0, most);
}
