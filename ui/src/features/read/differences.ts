/** What is shown of a comparison: the rows that changed, or all, under their headings. */
import type { Comparison, ComparisonRow, RowRelation } from '../../backend/backend';
import { m } from '../../text/words';

/** What became of a paragraph, in a word. */
export const relationWords: Record<RowRelation, () => string> = {
  same: m.difference_same,
  edited: m.difference_edited,
  moved: m.difference_moved,
  split: m.difference_split,
  merged: m.difference_merged,
  gone: m.difference_gone,
  unsure: m.difference_unsure,
  new: m.difference_new,
};

/** Rows under one heading. */
export interface ShownSection {
  key: string;
  heading: string;
  rows: ComparisonRow[];
}

/** Returns the rows that are shown; headings themselves stand above their rows, unless they changed. */
export function shownRows(comparison: Comparison, all: boolean): ShownSection[] {
  return comparison.sections
    .map((section, at) => ({
      key: `${String(at)} ${section.heading}`,
      heading: section.heading,
      rows: section.rows.filter((row) => {
        const heading = [...row.new, ...row.old].every((b) => b.kind === 'heading');
        return row.relation === 'same' ? all && !heading : true;
      }),
    }))
    .filter((section) => section.rows.length > 0);
}
