/** Fixes of a draft in the twin: the desk's rules in small. */
import type { Block, Doubt, Draft, DraftFix, Fix } from '../generated/wire';

interface Slot {
  block: Block;
  dropped: boolean;
  from: string[];
}

/** Below this a person should look. */
const sure = 0.6;

/** A draft after its fixes. */
export interface Fitted {
  draft: Draft;
  dropped: Block[];
  doubts: Doubt[];
  /** Whether every fix could be made. */
  fits: boolean;
}

const label = /^(?:\d+\.|\(?[a-z]+\)|\(?[ivx]+\))\s+/u;

/** Returns the place in UTF-16 units of a place in UTF-8 bytes. */
function unit(text: string, offset: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(text).slice(0, offset)).length;
}

function split(slots: Slot[], at: number, offset: number): boolean {
  const slot = slots[at];
  if (!slot) return false;
  const cut = unit(slot.block.text, offset);
  const first = slot.block.text.slice(0, cut).trimEnd();
  let rest = slot.block.text.slice(cut).trimStart();
  if (first === '' || rest === '') return false;
  const root = slot.block.id.split('.')[0] ?? slot.block.id;
  let number = 2;
  while (slots.some((s) => s.block.id === `${root}.${String(number)}`)) number += 1;
  const printed = label.exec(rest)?.[0] ?? '';
  rest = rest.slice(printed.length);
  const part: Block = {
    ...structuredClone(slot.block),
    id: `${root}.${String(number)}`,
    label: printed.trim() || null,
    text: rest,
    footnotes: [],
    confidence: 1,
  };
  slot.block = { ...slot.block, text: first, confidence: 1 };
  slots.splice(at + 1, 0, { block: part, dropped: false, from: [...slot.from] });
  return true;
}

function merge(slots: Slot[], at: number): boolean {
  const first = slots.slice(0, at).findLast((s) => !s.dropped);
  const second = slots[at];
  if (!first || !second) return false;
  const words = [second.block.label ?? '', second.block.text].filter(Boolean).join(' ');
  first.block = { ...first.block, text: `${first.block.text} ${words}`, confidence: 1 };
  first.from.push(...second.from);
  slots.splice(at, 1);
  return true;
}

function make(slots: Slot[], fix: Fix): boolean {
  const at = slots.findIndex((s) => s.block.id === fix.block);
  const slot = slots[at];
  if (!slot || slot.dropped !== (fix.act === 'restore')) return false;
  const settled = { ...slot.block, confidence: 1 };
  switch (fix.act) {
    case 'split':
      return split(slots, at, fix.offset);
    case 'merge':
      return merge(slots, at);
    case 'kind':
      slot.block = { ...settled, kind: fix.kind, level: fix.level };
      return true;
    case 'label': {
      const from = fix.label ?? '';
      const text = slot.block.text.startsWith(from)
        ? slot.block.text.slice(from.length).trimStart()
        : slot.block.text;
      const back = fix.label === null && slot.block.label ? `${slot.block.label} ${text}` : text;
      slot.block = { ...settled, label: fix.label, text: back };
      return true;
    }
    case 'footnote': {
      const home = slots.find((s) => s.block.id === fix.to);
      slot.block = { ...settled, kind: 'footnote', label: fix.mark, level: 0 };
      if (home) {
        const { block } = home;
        const offset = new TextEncoder().encode(block.text).length;
        const note = { mark: fix.mark, text: slot.block.text, offset };
        home.block = { ...block, footnotes: [...block.footnotes, note] };
      }
      slots.push(...slots.splice(at, 1));
      return true;
    }
    default:
      slot.block = settled;
      slot.dropped = fix.act === 'drop';
      return true;
  }
}

/** Makes the fixes on a draft as it was read. */
export function fitted(read: Draft, fixes: DraftFix[]): Fitted {
  const slots: Slot[] = read.blocks.map((block) => ({
    block: structuredClone(block),
    dropped: false,
    from: [block.id],
  }));
  const fits = fixes.map((made) => make(slots, made.fix)).every(Boolean);
  const doubts = read.blocks
    .filter((block) => block.confidence < sure)
    .map((block): Doubt => {
      const now = slots.filter((s) => !s.dropped && s.from.includes(block.id));
      const small = block.label === null && /^\p{Ll}/u.test(block.text);
      return {
        read: block.id,
        block: now[0]?.block.id ?? '',
        reason: small ? 'continues' : 'bounds',
        looked: now.every((s) => s.block.confidence >= sure),
      };
    });
  return {
    draft: { ...read, blocks: slots.filter((s) => !s.dropped).map((s) => s.block) },
    dropped: slots.filter((s) => s.dropped).map((s) => s.block),
    doubts,
    fits,
  };
}
