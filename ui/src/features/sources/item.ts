/** A source between its form and CSL-JSON. */
import type { Source } from '../../backend/backend';

/** The kinds a person can enter by hand. */
export const kinds = ['un', 'report', 'article', 'webpage', 'book', 'other'] as const;
/** One of them. */
export type Kind = (typeof kinds)[number];

/** What the form asks for. */
export interface SourceFields {
  kind: Kind;
  author: string;
  title: string;
  /** Symbol of a UN document or number of a report. */
  number: string;
  /** Journal, site or publisher. */
  container: string;
  /** `2025`, `2025-09` or `2025-09-01`. */
  date: string;
  url: string;
  locator: string;
  quotation: string;
  seen: string;
}

/** The fields each kind asks for, in order; locator, quotation and day seen follow in all. */
export const asked: Record<Kind, readonly (keyof SourceFields)[]> = {
  un: ['number', 'title', 'author', 'date', 'url'],
  report: ['author', 'title', 'number', 'container', 'date', 'url'],
  article: ['author', 'title', 'container', 'date', 'url'],
  webpage: ['title', 'author', 'container', 'date', 'url'],
  book: ['author', 'title', 'container', 'date', 'url'],
  other: ['author', 'title', 'container', 'date', 'url'],
};

const types: Record<Kind, string> = {
  un: 'report',
  report: 'report',
  article: 'article-journal',
  webpage: 'webpage',
  book: 'book',
  other: 'document',
};

type Item = Record<string, unknown>;

function itemOf(source: Source): Item {
  const item: unknown = source.item;
  return item !== null && typeof item === 'object' && !Array.isArray(item) ? (item as Item) : {};
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Returns a person as one types it: `Family, Given`, or the name of an organisation. */
function nameOf(author: unknown): string {
  if (author === null || typeof author !== 'object') return '';
  const { literal, family, given } = author as Record<string, unknown>;
  if (text(literal) !== '') return text(literal);
  return [text(family), text(given)].filter(Boolean).join(', ');
}

function dateOf(issued: unknown): string {
  if (issued === null || typeof issued !== 'object') return '';
  const parts = (issued as Record<string, unknown>)['date-parts'];
  const first: unknown = Array.isArray(parts) ? parts[0] : null;
  if (!Array.isArray(first)) return text((issued as Record<string, unknown>)['raw']);
  return first.map((part, at) => text(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
}

/** Reads a source into the form. */
export function fieldsOf(source: Source): SourceFields {
  const item = itemOf(source);
  const type = text(item['type']);
  const number = text(item['number']);
  const publisher = text(item['publisher']);
  const isUn = /^[A-Z]+\/[\w./-]+/.test(number);
  const kind: Kind =
    type === 'report'
      ? isUn
        ? 'un'
        : 'report'
      : type.startsWith('article')
        ? 'article'
        : type === 'webpage' || type === 'book'
          ? type
          : 'other';
  const authors = Array.isArray(item['author']) ? item['author'] : [];
  return {
    kind,
    author: authors.map(nameOf).filter(Boolean).join('; '),
    title: text(item['title']),
    number,
    container: text(item['container-title']) || publisher,
    date: dateOf(item['issued']),
    url: text(item['URL']),
    locator: source.locator,
    quotation: source.quotation,
    seen: source.seen,
  };
}

/** Writes the form back, keeping what the form does not ask for. */
export function withFields(source: Source, fields: SourceFields): Source {
  const { kind } = fields;
  const item: Item = { ...itemOf(source), type: types[kind] };
  const set = (name: string, value: unknown, there: boolean) => {
    if (there) item[name] = value;
    else item[name] = undefined;
  };
  const authors = fields.author
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      const person = /^([^,]+),\s*(\S.*)$/.exec(name);
      return person && kind !== 'un' ? { family: person[1], given: person[2] } : { literal: name };
    });
  const date = fields.date.trim();
  const parts = /^\d{4}(-\d{1,2}){0,2}$/.test(date) ? date.split('-').map(Number) : null;
  set('author', authors, authors.length > 0);
  set('title', fields.title.trim(), fields.title.trim() !== '');
  set('number', fields.number.trim(), fields.number.trim() !== '');
  const inContainer = kind === 'article' || kind === 'webpage';
  const container = fields.container.trim();
  set('container-title', container, container !== '' && inContainer);
  set('publisher', container, container !== '' && !inContainer);
  set('issued', parts ? { 'date-parts': [parts] } : { raw: date }, date !== '');
  set('URL', fields.url.trim(), fields.url.trim() !== '');
  const kept = Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
  return {
    ...source,
    item: kept as Source['item'],
    locator: fields.locator.trim(),
    quotation: fields.quotation.trim(),
    seen: fields.seen,
  };
}

/** Returns an empty source. */
export function emptySource(): Source {
  return { key: '', item: {}, locator: '', quotation: '', seen: '', copy_sha256: '' };
}

/** Returns what a list calls a source: its symbol or author and year, then its title. */
export function shortName(source: Source): { lead: string; title: string } {
  const fields = fieldsOf(source);
  const year = fields.date.slice(0, 4);
  const lead =
    fields.kind === 'un' ? fields.number : [fields.author, year].filter(Boolean).join(' ');
  return { lead: lead || year, title: fields.title || source.key };
}

/** A part of a footnote. */
export interface NotePart {
  text: string;
  italic: boolean;
}

/**
 * Returns about how the footnote will read: a UN document by its symbol, anything else by author,
 * title and date. The exact form comes from the renderer.
 */
export function notePreview(source: Source, locator = source.locator): NotePart[] {
  const { kind, author, title, number, container, date, url } = fieldsOf(source);
  const parts: NotePart[] = [];
  const add = (words: string, italic = false) => {
    if (words === '') return;
    if (parts.length > 0) parts.push({ text: ', ', italic: false });
    parts.push({ text: words, italic });
  };
  if (kind === 'un') {
    add(number || title);
    add(locator);
  } else {
    add(author);
    if (kind === 'article') add(`“${title}”`);
    else add(title, true);
    add(container, kind === 'article');
    add(date);
    add(locator);
    add(url);
  }
  if (parts.length > 0) parts.push({ text: '.', italic: false });
  return parts;
}

/** Returns the sources that a search finds, by any of their words. */
export function found(sources: readonly Source[], query: string): Source[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return sources.filter((source) => {
    const { lead, title } = shortName(source);
    const all = `${source.key} ${lead} ${title}`.toLocaleLowerCase();
    return words.every((word) => all.includes(word));
  });
}
