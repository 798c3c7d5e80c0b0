/** The rows of two drafts side by side, with the responses that stand beside each. */
import type {
  CarryPlan,
  CarryRow,
  Comparison,
  ComparisonRow,
  RowRelation,
} from '../../backend/backend';

/** A row with the responses that answer it. */
export interface ShownRow {
  key: string;
  row: ComparisonRow;
  responses: CarryRow[];
}

/** A section with the rows to show. */
export interface ShownSection {
  key: string;
  heading: string;
  rows: ShownRow[];
  /** How many rows are left out. */
  hidden: number;
}

/** What is shown. */
export interface Shown {
  /** Only rows of these relations; empty shows all. */
  relations: ReadonlySet<RowRelation | 'style'>;
  /** Leave out what did not change. */
  hideSame: boolean;
  /** Only rows with a response beside them. */
  own: boolean;
}

/** Tells under which word a row is counted: `style` for edits in style only. */
export function countedAs(row: ComparisonRow): RowRelation | 'style' {
  return row.style_only && row.relation === 'edited' ? 'style' : row.relation;
}

/** Tells whether a person has to decide about a response. */
export function waits(row: CarryRow): boolean {
  return !row.sure && row.outcome !== 'already_there';
}

/** Returns the responses that stand beside a row: those that answer its old or its new paragraphs. */
export function beside(
  row: ComparisonRow,
  comparison: Comparison,
  plan: CarryPlan | null,
): CarryRow[] {
  const old = new Set(row.old.map((b) => b.id));
  const now = new Set(row.relation === 'unsure' ? [] : row.new.map((b) => b.id));
  return (plan?.responses ?? []).filter((response) =>
    response.from.some(
      (t) =>
        (t.draft === comparison.old_draft && old.has(t.block)) ||
        (t.draft === comparison.new_draft && now.has(t.block)),
    ),
  );
}

/** Lays the rows out; each response stands beside the first row that it answers. */
export function layOut(
  comparison: Comparison,
  plan: CarryPlan | null,
  { relations, hideSame, own }: Shown,
): ShownSection[] {
  const placed = new Set<string>();
  return comparison.sections.map((section, at) => {
    const rows = section.rows.map((row, n) => {
      const responses = beside(row, comparison, plan).filter((r) => !placed.has(r.response));
      for (const r of responses) placed.add(r.response);
      return { key: `${String(at)}-${String(n)}`, row, responses };
    });
    const shown = rows.filter(({ row, responses }) => {
      if (own && responses.length === 0) return false;
      if (relations.size > 0 && !relations.has(countedAs(row))) return false;
      return !(hideSame && row.relation === 'same' && responses.every((r) => !waits(r)));
    });
    return {
      key: String(at),
      heading: section.heading,
      rows: shown,
      hidden: rows.length - shown.length,
    };
  });
}

/** Returns the responses that stand beside no row: those of other drafts, and to the whole text. */
export function elsewhere(comparison: Comparison, plan: CarryPlan | null): CarryRow[] {
  const rows = comparison.sections.flatMap((s) => s.rows);
  const beforeRows = new Set(rows.flatMap((row) => beside(row, comparison, plan)));
  return (plan?.responses ?? []).filter((r) => !beforeRows.has(r) && waits(r));
}

/** Returns the responses that are kept aside and stand beside no row, so that they are not out of sight. */
export function keptAside(comparison: Comparison, plan: CarryPlan | null): CarryRow[] {
  const rows = comparison.sections.flatMap((s) => s.rows);
  const besideRows = new Set(rows.flatMap((row) => beside(row, comparison, plan)));
  const aside = (r: CarryRow) => r.why.code === 'still_gone' || r.why.code === 'kept_aside';
  return (plan?.responses ?? []).filter((r) => aside(r) && !besideRows.has(r));
}
