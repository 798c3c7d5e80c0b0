/** Times of a speech in words, and where in it one is. */
import type { Speech } from '../../backend/backend';

/** Returns milliseconds as `2:05`. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Returns the number of the sentence that is to be said at this time. */
export function sentenceAt(speech: Speech, milliseconds: number): number {
  const at = speech.sentences.findIndex((s) => s.takes > 0 && milliseconds < s.begins + s.takes);
  return at < 0 ? speech.sentences.length - 1 : at;
}

/** Returns the sentences by paragraph, each with its number. */
export function paragraphsOf(speech: Speech) {
  const found: { paragraph: number; sentences: { at: number; text: string; said: boolean }[] }[] =
    [];
  speech.sentences.forEach((sentence, at) => {
    const last = found.at(-1);
    const one = { at, text: sentence.text, said: sentence.takes > 0 };
    if (last?.paragraph === sentence.paragraph) last.sentences.push(one);
    else found.push({ paragraph: sentence.paragraph, sentences: [one] });
  });
  return found;
}
