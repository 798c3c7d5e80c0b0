/** What the window calls relations, outcomes and reasons. */
import type { CarryRow, Reason, RowRelation, Target, Why } from '../../backend/backend';
import { spokenLabel } from '../../state/labels';
import { m } from '../../text/words';

const relations: Record<RowRelation | 'style', () => string> = {
  same: m.relation_same,
  edited: m.relation_edited,
  style: m.relation_style,
  moved: m.relation_moved,
  split: m.relation_split,
  merged: m.relation_merged,
  gone: m.relation_gone,
  unsure: m.relation_unsure,
  new: m.relation_new,
};

/** The relations in the order in which they are told. */
export const relationOrder = Object.keys(relations) as (RowRelation | 'style')[];

/** Returns a relation in a word. */
export function relationWord(relation: RowRelation | 'style'): string {
  return relations[relation]();
}

/** Returns paragraphs by their labels; by their first words where they have none. */
export function places(targets: Target[]): string {
  if (targets.length === 0) return m.revisions_whole_text();
  return targets
    .map((t) => (t.label ? spokenLabel(t.label) : `“${t.text.split(' ').slice(0, 4).join(' ')}…”`))
    .join(', ');
}

function reasonWords(reason: Reason): string {
  switch (reason.code) {
    case 'same_words':
      return m.reason_same_words();
    case 'same_words_elsewhere':
      return m.reason_elsewhere({ heading: reason.heading });
    case 'style_only':
      return m.reason_style_only();
    case 'words_changed':
      return m.reason_words_changed({ kept: reason.kept });
    case 'rewritten':
      return m.reason_rewritten({ kept: reason.kept });
    case 'changed_elsewhere':
      return m.reason_changed_elsewhere({ heading: reason.heading, kept: reason.kept });
    case 'divided':
      return m.reason_divided({ parts: reason.parts });
    case 'joined':
      return m.reason_joined({ parts: reason.parts });
    case 'look_alikes':
      return m.reason_look_alikes({ candidates: reason.candidates });
    case 'little_likeness':
      return m.reason_little_likeness({ kept: reason.kept });
    case 'other_numbers':
      return m.reason_other_numbers();
    case 'taken':
      return m.reason_taken();
    case 'nothing_like_it':
      return m.reason_nothing_like_it();
    default:
      return m.reason_other();
  }
}

function whyWords(why: Why): string {
  switch (why.code) {
    case 'whole_text':
      return m.why_whole_text();
    case 'in_this_draft':
      return m.why_in_this_draft();
    case 'stays':
      return m.why_stays();
    case 'kept_aside':
      return m.why_kept_aside();
    case 'still_gone':
      return m.why_still_gone();
    case 'draft_missing':
      return m.why_draft_missing();
    case 'partly_gone':
      return m.why_partly_gone({ gone: why.gone, of: why.of });
    case 'already_said':
      return m.why_already_said();
    case 'already_out':
      return m.why_already_out();
    case 'both_changed':
      return m.why_both_changed({ places: why.places });
    case 'paragraph': {
      const way =
        why.way.kind === 'through'
          ? ` ${m.way_through({ count: why.way.drafts.length })}`
          : why.way.kind === 'disagree'
            ? ` ${m.way_disagree()}`
            : '';
      return reasonWords(why.reason) + way;
    }
  }
}

/** Returns in a sentence why a response would be carried as it is. */
export function reason(row: CarryRow): string {
  return whyWords(row.why);
}
