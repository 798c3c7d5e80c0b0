/** Where a block may be cut: between two words, counted in bytes as the desk counts. */

const bytes = new TextEncoder();

/** A word of a block with what a cut before it means. */
export interface Word {
  /** The word with the space after it. */
  text: string;
  /** Byte at which it begins. */
  offset: number;
}

/** Returns the words of a text. */
export function wordsOf(text: string): Word[] {
  let offset = 0;
  return (text.match(/\s*\S+\s*/gu) ?? []).map((word) => {
    const made = { text: word, offset };
    offset += bytes.encode(word).length;
    return made;
  });
}

const looksLikeLabel = /^(?:\d{1,3}\.?|\d{1,3} ?bis|\(?[a-z]\)|\(?[ivx]+\)|[A-Z]\.)$/u;

/** Returns the number of the word before which a person most likely cuts; 0 when nothing tells. */
export function likelyCut(words: Word[]): number {
  const ends = (at: number) => /[.;:]$/u.test(words[at - 1]?.text.trim() ?? '');
  const label = words.findIndex(
    (word, at) => at > 0 && looksLikeLabel.test(word.text.trim()) && ends(at),
  );
  return Math.max(0, label);
}
