/** Numbers of paragraphs in one's own text in the twin: "paragraph 18" and "paragraph 11 (b)", in English only. */
import type { CarryPlan, Draft, Reference, Response, Statement } from '../generated/wire';
import { compareDrafts } from './revisions';

interface Known {
  id: string;
  draft: Draft;
}

/** Returns the address of every numbered paragraph by id: `11 (a)` for a sub-paragraph. */
function addresses(draft: Draft): Map<string, string> {
  const found = new Map<string, string>();
  let above = '';
  for (const block of draft.blocks) {
    if (block.kind !== 'paragraph' || block.label === null) continue;
    const label = block.label.replace(/\.$/u, '');
    if (block.level === 0) above = label;
    found.set(block.id, block.level === 0 ? label : `${above} ${label}`);
  }
  return found;
}

const mention = /\bparagraph (\d+(?: \([a-z]\))?)(?! \()/gu;

/** Says what becomes of the numbers in the body and the rationales. */
export function referencesFor(
  statement: Statement,
  drafts: Known[],
  later: Known,
): Pick<CarryPlan, 'numbered_by' | 'references' | 'findings'> {
  const at = drafts.findIndex((d) => d.id === later.id);
  const old = drafts.find((d) => d.id === statement.numbered_by) ?? drafts[at - 1];
  if (!old || old.id === later.id) {
    return { numbered_by: old?.id ?? '', references: [], findings: [] };
  }
  const rows = compareDrafts(old, later).sections.flatMap((s) => s.rows);
  const was = addresses(old.draft);
  const now = addresses(later.draft);
  const read = (text: string, part: string, response: string | null): Reference[] =>
    [...text.matchAll(mention)].flatMap((found) => {
      const [before, label = ''] = found;
      const row = rows.find((r) => r.old.some((b) => was.get(b.id) === label));
      if (!row) return [];
      const address = now.get(row.new[0]?.id ?? '');
      const follows = row.new.length === 1 && address !== undefined;
      const named = `${before} (${old.draft.revision ?? old.id})`;
      const after = follows ? before.replace(label, address) : named;
      const start = found.index;
      const end = start + before.length;
      return [
        {
          place: { part, section: null, paragraph: response, start, end },
          field: response === null ? '' : 'rationale',
          lead:
            text
              .slice(Math.max(0, start - 40), start)
              .split('\n')
              .at(-1) ?? '',
          before,
          after,
          tail: text.slice(end, end + 40).split('\n')[0] ?? '',
          outcome: follows
            ? after === before
              ? ('same' as const)
              : ('follows' as const)
            : row.new.length > 1
              ? ('split' as const)
              : ('gone' as const),
          label,
          edit: after === before ? null : { start, end, text: after },
        },
      ];
    });
  const references = [
    ...read(statement.body, 'body', null),
    ...statement.responses.flatMap((r) => read(r.rationale, 'response', r.id)),
  ];
  return { numbered_by: old.id, references, findings: [] };
}

/** Returns a response with the numbers in its rationale following. */
export function renumbered(response: Response, references: Reference[]): Response {
  const own = references.filter((r) => r.place.paragraph === response.id && r.edit !== null);
  const rationale = own.reduceRight(
    (text, { edit }) =>
      edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text,
    response.rationale,
  );
  return { ...response, rationale };
}
