/** Two drafts of the twin side by side: paired by label; the desk's own way is in rostrum-core. */
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
import { wordRuns } from './words';

const ref = (block: Block): BlockRef => ({
  id: block.id,
  kind: block.kind,
  label: block.label ?? '',
  text: block.text,
});

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

function sharedWords(a: string, b: string): number {
  const words = new Set(bare(b).split(' '));
  const own = bare(a).split(' ');
  return own.filter((word) => words.has(word)).length / own.length;
}

function row(old: Block | undefined, block: Block | undefined): ComparisonRow {
  const same = old?.text === block?.text;
  const style = !same && bare(old?.text ?? '') === bare(block?.text ?? '');
  const kept = old && block ? Math.round(100 * sharedWords(old.text, block.text)) : 0;
  const relation: RowRelation = !old ? 'new' : !block ? 'gone' : same ? 'same' : 'edited';
  const reasons: Partial<Record<RowRelation, Reason>> = {
    same: { code: 'same_words' },
    edited: style ? { code: 'style_only' } : { code: 'words_changed', kept },
    gone: { code: 'nothing_like_it' },
  };
  return {
    relation,
    style_only: style,
    confidence: same ? 1 : 0.8,
    reason: reasons[relation] ?? null,
    old: old ? [ref(old)] : [],
    new: block ? [ref(block)] : [],
    runs: relation === 'edited' ? wordRuns(old?.text ?? '', block?.text ?? '') : [],
    moved: [],
  };
}

/** Returns two drafts side by side, section by section in the order of the new one. */
export function compareDrafts(
  old: { id: string; draft: Draft },
  later: { id: string; draft: Draft },
): Comparison {
  const key = (b: Block) => `${b.kind} ${b.label ?? bare(b.text)}`;
  const left = [...old.draft.blocks];
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
  for (const block of later.draft.blocks) {
    const path =
      block.kind === 'heading' ? [...block.heading_path, block.text] : block.heading_path;
    const at = left.findIndex(
      (b) => key(b) === key(block) && sharedWords(b.text, block.text) > 0.4,
    );
    const found = at < 0 ? [] : left.splice(0, at + 1);
    for (const gone of found.slice(0, -1)) put(path, row(gone, undefined));
    put(path, row(found.at(-1), block));
  }
  for (const gone of left) put(sections.at(-1)?.path ?? [], row(gone, undefined));
  return { old_draft: old.id, new_draft: later.id, sections, totals };
}
