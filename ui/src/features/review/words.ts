/** What came back, in words. */
import type { ByHand, Decision, Place, SuggestionKind } from '../../backend/backend';
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

/** Returns where something stands; empty when that is not known. */
export function placeWord({ part, section }: Place): string {
  if (part !== 'footnote') return section ?? '';
  return section ? m.review_in_footnote_of({ section }) : m.review_in_footnote();
}

/** Returns what of the look was changed, in words; empty when nobody would see it. */
function lookWords(detail: string): string {
  const words: Record<string, () => string> = {
    bold: m.review_look_bold,
    italic: m.review_look_italic,
    underline: m.review_look_underline,
    struck: m.review_look_struck,
    raised: m.review_look_raised,
    size: m.review_look_size,
    font: m.review_look_font,
    colour: m.review_look_colour,
    capitals: m.review_look_capitals,
    style: m.review_look_style,
    alignment: m.review_look_alignment,
    indent: m.review_look_indent,
    spacing: m.review_look_spacing,
    list: m.review_look_list,
    table: m.review_look_table,
    page: m.review_look_page,
  };
  const known = detail.split(', ').flatMap((name) => words[name]?.() ?? []);
  return known.join(', ');
}

/** Returns what it is that was not understood. */
export function unreadWord(what: string, detail = ''): string {
  const looks = what === 'format' ? lookWords(detail) : '';
  if (looks !== '') return m.review_unread_format_of({ looks });
  const words: Record<string, () => string> = {
    format: m.review_unread_format,
    inserted_and_deleted: m.review_unread_inserted_and_deleted,
    text_box: m.review_unread_text_box,
    picture: m.review_unread_picture,
    inside_untracked: m.review_unread_inside_untracked,
    note: m.review_unread_note,
    cells: m.review_unread_cells,
    header: m.review_unread_header,
    footer: m.review_unread_footer,
  };
  return (words[what] ?? m.review_unread_other)();
}

/** Shows the end of a paragraph, which a person would not see. */
export function withMarks(text: string): string {
  return text.replace(/\n/g, ` ${m.review_paragraph_mark()}\n`);
}
