/** What became of a text that was begun in Word, in words. */
import type { BegunChange, PlacedSection } from '../../backend/backend';
import { m } from '../../text/words';

/** Returns what a section has from the file. */
export function fromWord({ how, heading }: PlacedSection): string {
  const words: Record<PlacedSection['how'], () => string> = {
    same: () => m.begun_how_same({ heading }),
    near: () => m.begun_how_near({ heading }),
    own: () => m.begun_how_own({ heading }),
    unheaded: () => m.begun_how_unheaded(),
    empty: () => m.begun_how_empty(),
  };
  return words[how]();
}

/** Returns what it is that was changed or left behind. */
export function changeWord(what: string): string {
  const words: Record<string, () => string> = {
    title: m.begun_what_title,
    cover: m.begun_what_cover,
    section: m.begun_what_section,
    heading_level: m.begun_what_heading_level,
    heading_number: m.begun_what_heading_number,
    made_heading: m.begun_what_made_heading,
    paragraph_number: m.begun_what_paragraph_number,
    unheaded: m.begun_what_unheaded,
    source: m.begun_what_source,
    inserted: m.begun_what_inserted,
    text_box: m.begun_what_text_box,
    box: m.begun_what_box,
    equation: m.begun_what_equation,
    emphasis: m.begun_what_emphasis,
    underline: m.begun_what_underline,
    struck: m.begun_what_struck,
    raised: m.begun_what_raised,
    link: m.begun_what_link,
    cells: m.begun_what_cells,
    deleted: m.begun_what_deleted,
    contents: m.begun_what_contents,
    header: m.begun_what_header,
    footer: m.begun_what_footer,
    hidden: m.begun_what_hidden,
    picture: m.begun_what_picture,
    object: m.begun_what_object,
    note: m.begun_what_note,
    damaged: m.begun_what_damaged,
  };
  return (words[what] ?? m.begun_what_other)();
}

/** One kind of change with everything of its kind. */
export interface ChangeGroup {
  what: string;
  entries: BegunChange[];
}

/** Brings changes of one kind together, in the order in which the kinds first come. */
export function grouped(changes: BegunChange[]): ChangeGroup[] {
  const groups: ChangeGroup[] = [];
  for (const change of changes) {
    const group = groups.find((own) => own.what === change.what);
    if (group) group.entries.push(change);
    else groups.push({ what: change.what, entries: [change] });
  }
  return groups;
}
