/** The languages that words of a statement are likely to be in. */
import { languageIn } from '../../text/words';

/** The official languages of the United Nations, and Latin, which lawyers write; they come first. */
const first = ['ar', 'zh', 'en', 'fr', 'ru', 'es', 'la'];

const others = (
  'am az be bg bn bs ca cs da de el et fa fi fil ga gu ha he hi hr ht hu hy id ig is it ja ka kk km ' +
  'ko ku ky lo lt lv mg mk mn ms mt my ne nl no pa pl ps pt qu ro rw sk sl so sq sr sv sw ta te tg ' +
  'th ti tk tr uk ur uz vi wo xh yo zu'
).split(' ');

/** Returns the languages to choose from, by their names: all but the statement's own. */
export function tongues(
  own: string,
  present: string,
  locale: string,
): { value: string; name: string }[] {
  const main = own.split(/[-_]/)[0] ?? own;
  const named = (tags: readonly string[]) =>
    tags
      .filter((value) => value !== main)
      .map((value) => ({ value, name: languageIn(value, locale) }));
  const rest = named(others).sort((a, b) => a.name.localeCompare(b.name, locale));
  const all = [...named(first), ...rest];
  const known = present === '' || all.some(({ value }) => value === present);
  return known ? all : [...named([present]), ...all];
}
