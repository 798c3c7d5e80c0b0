/** What was found about a proposal, in words. */
import type { NoWording, UptakeReason, UptakeStatus } from '../../backend/backend';
import { m } from '../../text/words';

/** Every outcome, in the order in which they are told. */
export const statuses: readonly UptakeStatus[] = ['adopted', 'partly', 'not', 'opposite', 'unsure'];

const statusWords: Record<UptakeStatus, () => string> = {
  adopted: m.uptake_status_adopted,
  partly: m.uptake_status_partly,
  not: m.uptake_status_not,
  opposite: m.uptake_status_opposite,
  unsure: m.uptake_status_unsure,
};

const noWordingWords: Record<NoWording, () => string> = {
  remark: m.uptake_none_remark,
  private: m.uptake_none_private,
  set_aside: m.uptake_none_set_aside,
  empty: m.uptake_none_empty,
  no_paragraph: m.uptake_none_no_paragraph,
  same_text: m.uptake_none_same_text,
};

/** Returns an outcome in a word or two. */
export function statusWord(status: UptakeStatus): string {
  return statusWords[status]();
}

/** Returns why a response has no wording to look for. */
export function noWordingWord(reason: NoWording): string {
  return noWordingWords[reason]();
}

/** Returns why an outcome is the one it is, in a sentence. */
export function reasonWords(reason: UptakeReason): string {
  switch (reason.code) {
    case 'word_for_word':
      return m.uptake_reason_word_for_word();
    case 'all_words':
      return m.uptake_reason_all_words({ count: reason.asked });
    case 'some_words':
      return m.uptake_reason_some_words({ found: reason.found, asked: reason.asked });
    case 'old_words_stay':
      return m.uptake_reason_old_words_stay({ count: reason.stayed });
    case 'words_gone':
      return m.uptake_reason_words_gone({ count: reason.gone });
    case 'some_words_gone':
      return m.uptake_reason_some_words_gone({ gone: reason.gone, asked: reason.asked });
    case 'no_words':
      return m.uptake_reason_no_words();
    case 'words_stay':
      return m.uptake_reason_words_stay();
    case 'other_words':
      return m.uptake_reason_other_words();
    case 'few_words':
      return m.uptake_reason_few_words({ found: reason.found, asked: reason.asked });
    case 'small_words':
      return m.uptake_reason_small_words();
    case 'elsewhere':
      return m.uptake_reason_elsewhere({ found: reason.found, asked: reason.asked });
    case 'look_alikes':
      return m.uptake_reason_look_alikes({ count: reason.candidates });
    case 'paragraph_gone':
      return m.uptake_reason_paragraph_gone();
    case 'paragraph_stays':
      return m.uptake_reason_paragraph_stays();
    case 'paragraph_moved':
      return m.uptake_reason_paragraph_moved();
    case 'style_only':
      return m.uptake_reason_style_only();
    case 'part_stays':
      return m.uptake_reason_part_stays({ kept: reason.kept });
    case 'at_place':
      return m.uptake_reason_at_place();
    case 'other_place':
      return m.uptake_reason_other_place();
    case 'same_place':
      return m.uptake_reason_same_place();
    case 'rewritten':
      return m.uptake_reason_rewritten();
    case 'mixed':
      return m.uptake_reason_mixed({ as_asked: reason.as_asked, paragraphs: reason.paragraphs });
  }
}
