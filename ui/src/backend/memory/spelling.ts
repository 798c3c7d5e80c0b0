/** The twin's spelling: a few slips that it knows, and the writers' own words. */
import type { Finding, SpellingOptions, SpellingState, Statement } from '../generated/wire';

/** Slips the twin knows, with what may have been meant, the likeliest first. */
const slips: Record<string, string[]> = {
  shuold: ['should', 'shoulder'],
  recieve: ['receive', 'relieve'],
  goverment: ['government', 'governments'],
  harbuor: ['harbour', 'harbours'],
};

const nowhere = { section: null, paragraph: null };

/** Returns the words of the body that the twin's dictionary lacks. */
export function misspelt(statement: Statement, own: ReadonlySet<string>): Finding[] {
  if (!statement.language.startsWith('en')) return [];
  const kept = new Set([...statement.words, ...own]);
  return [...statement.body.matchAll(/\p{L}+/gu)].flatMap((match) => {
    const word = match[0];
    const other = slips[word.toLowerCase()]?.[0];
    if (other === undefined || kept.has(word.toLowerCase())) return [];
    const [start, end] = [match.index, match.index + word.length];
    return [
      {
        code: 'R903',
        name: 'spelling',
        severity: 'warning' as const,
        variant: 'slip',
        params: { word, other },
        message: `"${word}" is not in the dictionary; "${other}" is.`,
        hint: 'Correct it, or keep it as one of your own words.',
        place: { part: 'body', ...nowhere, start, end },
        edits: [{ start, end, text: other }],
      },
    ];
  });
}

/** Returns what may have been meant by a word. */
export function options(word: string): SpellingOptions {
  return { options: slips[word.toLowerCase()] ?? [] };
}

/** Tells how it stands with spelling. */
export function spellingState(statement: Statement, own: ReadonlySet<string>): SpellingState {
  const language = statement.language.split('-')[0] ?? 'en';
  const shipped = ['en', 'fr', 'es', 'ru', 'ar'].includes(language);
  const dictionary = language === 'zh' ? 'not_needed' : shipped ? 'ready' : 'missing';
  return { language, dictionary, from: '', words: [...statement.words], own: [...own].sort() };
}
