/** The one table from a failure's code to its tone, its words and the next step. */
import type { Code } from '../backend/backend';
import { m } from '../text/words';

/** How a notice sounds: `done` and `note` inform, `problem` needs the user. */
export type Tone = 'done' | 'note' | 'problem';

type Params = Record<string, string>;

/** How one code is said. */
export interface CodeWords {
  tone: Tone;
  text: (params: Params) => string;
  next: (params: Params) => string;
}

/** Returns the name a person knows a file by. */
function name(params: Params, key: string): string {
  return (params[key] ?? '').split(/[/\\]/u).at(-1) ?? '';
}

interface SortWords {
  text: (of: { file: string }) => string;
  next: () => string;
}

/** Kinds of files that are told and not read, by the word of the desk; others have one text. */
const sorts: Record<string, SortWords | undefined> = {
  'legacy-word': { text: m.error_draft_legacy_word, next: m.error_draft_save_as_next },
  'legacy-office': { text: m.error_draft_legacy_office, next: m.error_draft_save_as_next },
  'rich-text': { text: m.error_draft_rich_text, next: m.error_draft_save_as_next },
  'locked-office': { text: m.error_draft_locked_office, next: m.error_draft_locked_office_next },
  picture: { text: m.error_draft_picture, next: m.error_draft_picture_next },
  archive: { text: m.error_draft_archive, next: m.error_draft_archive_next },
  'not-word': { text: m.error_draft_not_word, next: m.error_draft_not_word_next },
};

/** Why a file is not looked through or cleaned, by the word of the desk; others have one text. */
const whys: Record<string, SortWords | undefined> = {
  signed: { text: m.error_file_signed, next: m.error_file_signed_next },
  protected: { text: m.error_file_protected, next: m.error_file_protected_next },
  locked: { text: m.error_file_locked, next: m.error_file_locked_next },
  damaged: { text: m.error_file_damaged, next: m.error_file_damaged_next },
  empty: { text: m.error_file_damaged, next: m.error_file_damaged_next },
  unlike: { text: m.error_file_unlike, next: m.error_file_unlike_next },
  'too-large': { text: m.error_file_heavy, next: m.error_file_heavy_next },
};

/** Why a picture is not taken, by the word of the desk, with the kind of file behind a colon. */
const pictures: Record<string, SortWords | undefined> = {
  empty: { text: m.error_picture_damaged, next: m.error_picture_damaged_next },
  damaged: { text: m.error_picture_damaged, next: m.error_picture_damaged_next },
  pixels: { text: m.error_picture_large, next: m.error_picture_large_next },
  large: { text: m.error_picture_large, next: m.error_picture_large_next },
  heavy: { text: m.error_picture_large, next: m.error_picture_large_next },
  'kind:heic': { text: m.error_picture_heic, next: m.error_picture_heic_next },
  'kind:svg': { text: m.error_picture_svg, next: m.error_picture_svg_next },
  'kind:pdf': { text: m.error_picture_document, next: m.error_picture_document_next },
  'kind:office': { text: m.error_picture_document, next: m.error_picture_document_next },
};

/** Returns the words for a picture that is not taken; kinds without words of their own have one text. */
function picture(params: Params): SortWords {
  const why = params['why'] ?? '';
  const found = pictures[why] ?? pictures[`${why}:${params['sort'] ?? ''}`];
  return found ?? { text: m.error_picture_kind, next: m.error_picture_kind_next };
}

/** Every code with its words; a code without an entry does not compile. */
export const codes: Record<Code, CodeWords> = {
  file_missing: {
    tone: 'problem',
    text: (p) => m.error_file_missing({ file: name(p, 'file') }),
    next: () => m.error_file_missing_next(),
  },
  file_refused: {
    tone: 'problem',
    text: (p) => m.error_file_refused({ file: name(p, 'file') }),
    next: () => m.error_file_refused_next(),
  },
  file_exists: {
    tone: 'problem',
    text: (p) => m.error_file_exists({ file: name(p, 'file') }),
    next: () => m.error_file_exists_next(),
  },
  disk_full: {
    tone: 'problem',
    text: () => m.error_disk_full(),
    next: () => m.error_disk_full_next(),
  },
  statement_busy: {
    tone: 'problem',
    text: (p) => m.error_statement_busy({ file: name(p, 'file') }),
    next: () => m.error_statement_busy_next(),
  },
  not_a_statement: {
    tone: 'problem',
    text: (p) => m.error_not_a_statement({ file: name(p, 'file') }),
    next: () => m.error_not_a_statement_next(),
  },
  statement_newer: {
    tone: 'problem',
    text: (p) => m.error_statement_newer({ file: name(p, 'file') }),
    next: () => m.error_statement_newer_next(),
  },
  statement_damaged: {
    tone: 'problem',
    text: (p) => m.error_statement_damaged({ file: name(p, 'file') }),
    next: () => m.error_statement_damaged_next(),
  },
  draft_damaged: {
    tone: 'problem',
    text: (p) => m.error_draft_damaged({ file: name(p, 'file') }),
    next: () => m.error_draft_damaged_next(),
  },
  draft_empty: {
    tone: 'problem',
    text: (p) => m.error_draft_empty({ file: name(p, 'file') }),
    next: () => m.error_draft_empty_next(),
  },
  draft_scanned: {
    tone: 'problem',
    text: (p) => m.error_draft_scanned({ file: name(p, 'file') }),
    next: () => m.error_draft_scanned_next(),
  },
  draft_locked: {
    tone: 'note',
    text: (p) => m.error_draft_locked({ file: name(p, 'file') }),
    next: () => m.error_draft_locked_next(),
  },
  draft_kind: {
    tone: 'problem',
    text: (p) => (sorts[p['sort'] ?? '']?.text ?? m.error_draft_kind)({ file: name(p, 'file') }),
    next: (p) => (sorts[p['sort'] ?? '']?.next ?? m.error_draft_kind_next)(),
  },
  page_undrawn: {
    tone: 'note',
    text: (p) => m.error_page_undrawn({ file: name(p, 'file'), page: p['page'] ?? '' }),
    next: () => m.error_page_undrawn_next(),
  },
  draft_too_large: {
    tone: 'problem',
    text: (p) => m.error_draft_too_large({ file: name(p, 'file') }),
    next: () => m.error_draft_too_large_next(),
  },
  draft_too_heavy: {
    tone: 'problem',
    text: (p) => m.error_draft_too_heavy({ file: name(p, 'file') }),
    next: () => m.error_draft_too_heavy_next(),
  },
  draft_too_slow: {
    tone: 'problem',
    text: (p) => m.error_draft_too_slow({ file: name(p, 'file') }),
    next: () => m.error_draft_too_slow_next(),
  },
  file_uncleanable: {
    tone: 'problem',
    text: (p) =>
      (whys[p['why'] ?? '']?.text ?? m.error_file_uncleanable)({ file: name(p, 'file') }),
    next: (p) => (whys[p['why'] ?? '']?.next ?? m.error_file_uncleanable_next)(),
  },
  picture_refused: {
    tone: 'problem',
    text: (p) => picture(p).text({ file: name(p, 'file') }),
    next: (p) => picture(p).next(),
  },
  bibliography_unreadable: {
    tone: 'problem',
    text: (p) => m.error_bibliography_unreadable({ file: name(p, 'file') }),
    next: () => m.error_bibliography_unreadable_next(),
  },
  call_unknown: {
    tone: 'problem',
    text: (p) => m.error_call_unknown({ name: p['name'] ?? '' }),
    next: () => m.error_call_unknown_next(),
  },
  call_faulty: {
    tone: 'problem',
    text: (p) => m.error_call_faulty({ name: p['name'] ?? '' }),
    next: () => m.error_call_faulty_next(),
  },
  not_found: {
    tone: 'problem',
    text: (p) => m.error_not_found({ name: p['name'] ?? '' }),
    next: () => m.error_not_found_next(),
  },
  name_taken: {
    tone: 'note',
    text: (p) => m.error_name_taken({ name: p['name'] ?? '' }),
    next: () => m.error_name_taken_next(),
  },
  value_refused: {
    tone: 'note',
    text: (p) => m.error_value_refused({ field: p['field'] ?? '' }),
    next: () => m.error_value_refused_next(),
  },
  findings_in_the_way: {
    tone: 'note',
    text: (p) => m.error_findings_in_the_way({ count: p['count'] ?? '' }),
    next: () => m.error_findings_in_the_way_next(),
  },
  channel_refused: {
    tone: 'problem',
    text: (p) => m.error_channel_refused({ channel: p['channel'] ?? '' }),
    next: () => m.error_channel_refused_next(),
  },
  channel_unreachable: {
    tone: 'problem',
    text: (p) => m.error_channel_unreachable({ channel: p['channel'] ?? '' }),
    next: () => m.error_channel_unreachable_next(),
  },
  channel_silent: {
    tone: 'problem',
    text: (p) => m.error_channel_silent({ channel: p['channel'] ?? '' }),
    next: () => m.error_channel_silent_next(),
  },
  channel_nonsense: {
    tone: 'problem',
    text: (p) => m.error_channel_nonsense({ channel: p['channel'] ?? '' }),
    next: () => m.error_channel_nonsense_next(),
  },
  keyring_unavailable: {
    tone: 'problem',
    text: () => m.error_keyring_unavailable(),
    next: () => m.error_keyring_unavailable_next(),
  },
  link_refused: {
    tone: 'note',
    text: () => m.error_link_refused(),
    next: () => m.error_link_refused_next(),
  },
  cancelled: {
    tone: 'note',
    text: () => m.error_cancelled(),
    next: () => '',
  },
  update_refused: {
    tone: 'problem',
    text: () => m.error_update_refused(),
    next: () => m.error_update_refused_next(),
  },
  internal: {
    tone: 'problem',
    text: () => m.error_internal(),
    next: () => m.error_internal_next(),
  },
};
