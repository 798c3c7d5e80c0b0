/** What came back, in words. */
import type { ByHand, Decision, SuggestionKind } from '../../backend/backend';
import { m } from '../../text/words';

/** Returns what a suggestion does. */
export function kindWord(kind: SuggestionKind): string {
  const words: Record<SuggestionKind, () => string> = {
    insert: m.review_kind_insert,
    delete: m.review_kind_delete,
    replace: m.review_kind_replace,
    move: m.review_kind_move,
    split: m.review_kind_split,
    join: m.review_kind_join,
  };
  return words[kind]();
}

/** Returns what was decided. */
export function decisionWord(decision: Decision): string {
  const words: Record<Decision, () => string> = {
    open: m.review_state_open,
    accepted: m.review_state_accepted,
    rejected: m.review_state_rejected,
    resolved: m.review_state_resolved,
  };
  return words[decision]();
}

/** Returns why a suggestion has to be done by hand; empty when accepting it is enough. */
export function hindranceWords(hindrance: ByHand): string {
  const words: Record<ByHand, () => string> = {
    no: () => '',
    made: m.review_by_hand_made,
    table: m.review_by_hand_table,
    markup: m.review_by_hand_markup,
    changed: m.review_by_hand_changed,
  };
  return words[hindrance]();
}

/** Returns what it is that was not understood. */
export function unreadWord(what: string): string {
  const words: Record<string, () => string> = {
    format: m.review_unread_format,
    inserted_and_deleted: m.review_unread_inserted_and_deleted,
    text_box: m.review_unread_text_box,
    picture: m.review_unread_picture,
    inside_untracked: m.review_unread_inside_untracked,
    note: m.review_unread_note,
    cells: m.review_unread_cells,
  };
  return (words[what] ?? m.review_unread_other)();
}

/** Shows the end of a paragraph, which a person would not see. */
export function withMarks(text: string): string {
  return text.replace(/\n/g, ` ${m.review_paragraph_mark()}\n`);
}
