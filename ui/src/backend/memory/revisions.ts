/** Two drafts of the twin side by side: paired by id, as the samples keep theirs, else by label; the desk's own way is in rostrum-core. */
import type {
  Block,
  BlockRef,
  Comparison,
  ComparisonRow,
  Draft,
  Reason,
  RowRelation,
  SectionComparison,
} from '../generated/wire';
import { movedPhrases, wordRuns } from './words';

const ref = (block: Block): BlockRef => ({
  id: block.id,
  kind: block.kind,
  label: block.label ?? '',
  text: block.text,
});

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

const joined = (blocks: Block[]) => blocks.map((b) => b.text).join('\n');

function sharedWords(a: string, b: string): number {
  const words = new Set(bare(b).split(' '));
  const own = bare(a).split(' ');
  return own.filter((word) => words.has(word)).length / own.length;
}

function relationOf(old: Block | undefined, now: Block[], moved: boolean): RowRelation {
  if (!old) return 'new';
  if (now.length === 0) return 'gone';
  if (now.length > 1) return 'split';
  if (moved) return 'moved';
  return old.text === now[0]?.text ? 'same' : 'edited';
}

function row(old: Block | undefined, now: Block[], elsewhere = false): ComparisonRow {
  const relation = relationOf(old, now, elsewhere);
  const text = joined(now);
  const style = relation === 'edited' && bare(old?.text ?? '') === bare(text);
  const kept = old && text ? Math.round(100 * sharedWords(old.text, text)) : 0;
  const heading = now[0]?.heading_path.at(-1) ?? '';
  const reasons: Partial<Record<RowRelation, Reason>> = {
    same: { code: 'same_words' },
    edited: style ? { code: 'style_only' } : { code: 'words_changed', kept },
    moved:
      old?.text === text
        ? { code: 'same_words_elsewhere', heading }
        : { code: 'changed_elsewhere', heading, kept },
    split: { code: 'divided', parts: now.length },
    gone: { code: 'nothing_like_it' },
  };
  const changed = relation === 'edited' || relation === 'moved' || relation === 'split';
  const runs = changed ? wordRuns(old?.text ?? '', text) : [];
  return {
    relation,
    style_only: style,
    confidence: relation === 'same' ? 1 : 0.8,
    reason: reasons[relation] ?? null,
    old: old ? [ref(old)] : [],
    new: now.map(ref),
    runs,
    moved: movedPhrases(runs),
  };
}

/** Returns two drafts side by side, section by section in the order of the new one. */
export function compareDrafts(
  old: { id: string; draft: Draft },
  later: { id: string; draft: Draft },
): Comparison {
  const key = (b: Block) => `${b.kind} ${b.label ?? bare(b.text)}`;
  const olds = old.draft.blocks;
  const alike = (a: Block, b: Block) => sharedWords(a.text, b.text) > 0.4;
  /** The place of the old block that a new one comes from; -1 for none. */
  const origin = (block: Block) => {
    const [own = ''] = block.id.split('~');
    const at = olds.findIndex((b) => b.id === own && alike(block, b));
    return at >= 0 ? at : olds.findIndex((b) => key(b) === key(block) && alike(b, block));
  };
  const origins = later.draft.blocks.map(origin);
  const sections: SectionComparison[] = [];
  const totals: Comparison['totals'] = {};
  const put = (path: string[], made: ComparisonRow) => {
    const last = sections.at(-1);
    const section =
      last && last.path.join('\n') === path.join('\n')
        ? last
        : { heading: path.at(-1) ?? '', path, rows: [] };
    if (section !== last) sections.push(section);
    section.rows.push(made);
    totals[made.relation] = (totals[made.relation] ?? 0) + 1;
  };
  const gone = olds.map((_, at) => at).filter((at) => !origins.includes(at));
  const done = new Set<number>();
  later.draft.blocks.forEach((block, place) => {
    const path =
      block.kind === 'heading' ? [...block.heading_path, block.text] : block.heading_path;
    const from = origins[place] ?? -1;
    if (from < 0) {
      put(path, row(undefined, [block]));
      return;
    }
    if (done.has(from)) return;
    done.add(from);
    // What is gone stands before what followed it.
    while (gone[0] !== undefined && gone[0] < from) put(path, row(olds[gone.shift() ?? 0], []));
    const now = later.draft.blocks.filter((_, at) => origins[at] === from);
    const next = origins.slice(place + 1).find((at) => at >= 0 && at !== from);
    put(path, row(olds[from], now, next !== undefined && next < from));
  });
  for (const at of gone) put(sections.at(-1)?.path ?? [], row(olds[at], []));
  return { old_draft: old.id, new_draft: later.id, sections, totals };
}
