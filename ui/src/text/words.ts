/** The window's words: the typed catalogue of `messages/`, in the language in use. */
import { getLocale, isLocale, locales, setLocale } from './generated/runtime.js';

export { m } from './generated/messages.js';
export { getLocale, isLocale, locales, setLocale };

/** A language the window speaks. */
export type Language = (typeof locales)[number];

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

/** Returns the direction in which a language is written. */
export function direction(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** Returns a language's own name for itself. */
export function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

/** Returns the name of a language in another: `Arabic` in English. */
export function languageIn(language: string, words: string): string {
  return new Intl.DisplayNames([words], { type: 'language' }).of(language) ?? language;
}
