/** What a file gives away, in words and in groups by what becomes of it. */
import type {
  AnnexRow,
  ChangesFate,
  Fate,
  ScrubItem,
  ScrubKind,
  ScrubRemoval,
  ScrubReport,
} from '../../backend/backend';
import { longDay, number } from '../../text/time';
import { m } from '../../text/words';

const kinds: Record<ScrubKind, () => string> = {
  inserted: m.scrub_kind_inserted,
  deleted: m.scrub_kind_deleted,
  moved: m.scrub_kind_moved,
  'look-changed': m.scrub_kind_look_changed,
  comment: m.scrub_kind_comment,
  'hidden-text': m.scrub_kind_hidden_text,
  'faint-text': m.scrub_kind_faint_text,
  'covered-text': m.scrub_kind_covered_text,
  'earlier-state': m.scrub_kind_earlier_state,
  'hidden-layer': m.scrub_kind_hidden_layer,
  'picture-place': m.scrub_kind_picture_place,
  author: m.scrub_kind_author,
  'saved-by': m.scrub_kind_saved_by,
  person: m.scrub_kind_person,
  company: m.scrub_kind_company,
  manager: m.scrub_kind_manager,
  description: m.scrub_kind_description,
  path: m.scrub_kind_path,
  printer: m.scrub_kind_printer,
  property: m.scrub_kind_property,
  data: m.scrub_kind_data,
  variable: m.scrub_kind_variable,
  picture: m.scrub_kind_picture,
  thumbnail: m.scrub_kind_thumbnail,
  dates: m.scrub_kind_dates,
  'edit-marks': m.scrub_kind_edit_marks,
  'document-mark': m.scrub_kind_document_mark,
  program: m.scrub_kind_program,
  bookmark: m.scrub_kind_bookmark,
  attachment: m.scrub_kind_attachment,
  macro: m.scrub_kind_macro,
  action: m.scrub_kind_action,
  'form-data': m.scrub_kind_form_data,
  signature: m.scrub_kind_signature,
  leftover: m.scrub_kind_leftover,
  unread: m.scrub_kind_unread,
};

/** Returns what kind of thing a file gives away, in words. */
export function kindName(kind: ScrubKind): string {
  return kinds[kind]();
}

/** What becomes of things that a person decides about. */
export interface Decided {
  comments: Fate;
  changes: ChangesFate;
  hidden: Fate;
  attachments: Fate;
}

/** Nothing decided yet. */
export const undecided: Decided = {
  comments: 'open',
  changes: 'open',
  hidden: 'open',
  attachments: 'open',
};

/** What a person can decide about. */
export type Question = keyof Decided;
const questions: Question[] = ['changes', 'comments', 'hidden', 'attachments'];

/** What becomes of an item. */
export type Group = 'open' | 'always' | 'decided' | 'kept' | 'never';
const order: Group[] = ['open', 'never', 'kept', 'decided', 'always'];

/** Returns what a person can decide about in a file. */
export function asked(report: ScrubReport): Question[] {
  if (report.hindrance !== 'none') return [];
  return questions.filter((question) => report.items.some((item) => item.removal === question));
}

function isQuestion(removal: ScrubRemoval): removal is Question {
  return removal !== 'always' && removal !== 'never';
}

/** Returns what becomes of an item. */
export function groupOf(item: ScrubItem, report: ScrubReport, decided: Decided): Group {
  if (report.hindrance !== 'none') return 'never';
  const { removal } = item;
  if (!isQuestion(removal)) return removal;
  const fate = decided[removal];
  if (fate === 'open') return 'open';
  return fate === 'keep' ? 'kept' : 'decided';
}

/** One line of a list. */
export interface Line {
  kind: string;
  what: string;
  /** Who and when. */
  by: string;
}

/** Returns the day of a time as a file says it; the words themselves when they are no time. */
function dayOf(when: string): string {
  const at = Date.parse(when.slice(0, 10));
  return Number.isNaN(at) ? when : longDay(new Date(at).toISOString(), 'UTC');
}

/** Returns an item as a line. */
export function line(item: ScrubItem): Line {
  const what =
    item.count > 1 ? m.scrub_times({ what: item.what, shown: number(item.count) }) : item.what;
  const day = dayOf(item.when);
  return {
    kind: kinds[item.kind](),
    what: what.trim(),
    by: [item.who, day].filter(Boolean).join(', '),
  };
}

/** Returns the items by what becomes of them; groups without any are left out. */
export function grouped(report: ScrubReport, decided: Decided): [Group, Line[]][] {
  return order
    .map((group): [Group, Line[]] => [
      group,
      report.items.filter((item) => groupOf(item, report, decided) === group).map(line),
    ])
    .filter(([, lines]) => lines.length > 0);
}

/** Returns the heading of a group. */
export function groupName(group: Group): string {
  const names: Record<Group, () => string> = {
    open: m.scrub_group_open,
    always: m.scrub_group_always,
    decided: m.scrub_group_decided,
    kept: m.scrub_group_kept,
    never: m.scrub_group_never,
  };
  return names[group]();
}

/** Returns in a sentence or two what becomes of what a file gives away. */
export function summary(report: ScrubReport, decided: Decided): string {
  if (report.items.length === 0) return m.scrub_nothing();
  if (report.hindrance === 'signed') return m.scrub_signed();
  if (report.hindrance === 'protected') return m.scrub_protected();
  const counts: Record<Group, number> = { open: 0, always: 0, decided: 0, kept: 0, never: 0 };
  for (const item of report.items) counts[groupOf(item, report, decided)] += 1;
  const told = (count: number, words: (p: { count: number; shown: string }) => string) =>
    count === 0 ? '' : words({ count, shown: number(count) });
  return [
    told(counts.open, m.scrub_sum_open),
    told(counts.always + counts.decided, m.scrub_sum_always),
    told(counts.kept, m.scrub_sum_kept),
    told(counts.never, m.scrub_sum_never),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Returns why an annex has no report, in words; empty when it has one. */
export function whyNoReport(row: AnnexRow): string {
  if (!row.here) return m.scrub_absent();
  if (row.unlooked === '') return '';
  const words: Record<string, (() => string) | undefined> = {
    kind: m.scrub_unlooked_kind,
    locked: m.scrub_unlooked_locked,
    damaged: m.scrub_unlooked_damaged,
  };
  return (words[row.unlooked] ?? m.scrub_unlooked_other)();
}

/** Returns the choices for a question; for a file that is no annex, leaving is the usual one. */
export function fates(question: Question, annex: boolean): { value: string; label: string }[] {
  const first = annex
    ? [{ value: 'open', label: m.scrub_open() }]
    : [{ value: 'open', label: m.scrub_leave() }];
  const acts =
    question === 'changes'
      ? [
          { value: 'accept', label: m.scrub_accept() },
          { value: 'reject', label: m.scrub_reject() },
        ]
      : [{ value: 'remove', label: m.scrub_remove() }];
  return [...first, ...acts, ...(annex ? [{ value: 'keep', label: m.scrub_keep() }] : [])];
}

/** Returns the name of what is decided about. */
export function questionName(question: Question): string {
  const names: Record<Question, () => string> = {
    comments: m.scrub_comments,
    changes: m.scrub_changes,
    hidden: m.scrub_hidden,
    attachments: m.scrub_attachments,
  };
  return names[question]();
}

/** Returns a name for a clean copy: `study (clean).docx`. */
export function cleanName(name: string): string {
  const at = name.lastIndexOf('.');
  return at > 0 ? `${name.slice(0, at)} (clean)${name.slice(at)}` : `${name} (clean)`;
}
