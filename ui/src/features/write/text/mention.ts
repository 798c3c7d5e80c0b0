/** What shows a picture in the source: `![what it shows](name "caption")`. */

/** A picture as a place of the text shows it. */
export interface Mention {
  /** Name of the picture in the statement. */
  readonly name: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  /** What stands under it. */
  readonly caption: string;
}

const MENTION =
  /^!\[((?:\\.|[^\]\\])*)\]\((?:<([^<>]*)>|([^\s()<>]+))(?:\s+"((?:\\.|[^"\\])*)")?\s*\)$/su;
const ADDRESS = /^(?:\/\/|https?:|data:|file:|ftp:)/i;

/** Reads what shows a picture; null for anything else, also for pictures of the web. */
export function readMention(source: string): Mention | null {
  const [, alt, bracketed, bare, caption] = MENTION.exec(source) ?? [];
  const name = bracketed ?? bare ?? '';
  if (name === '' || ADDRESS.test(name)) return null;
  return { name, alt: unescaped(alt), caption: unescaped(caption) };
}

/** Writes what shows a picture, as the desk does; {@link readMention} reads the same from it. */
export function writeMention({ name, alt, caption }: Mention): string {
  const label = oneLine(alt).replace(/[\\`*_[\]<>&!|~^@]/gu, '\\$&');
  const title = oneLine(caption).replace(/[\\"&|]/gu, '\\$&');
  return `![${label}](${name}${title === '' ? '' : ` "${title}"`})`;
}

function unescaped(words = ''): string {
  return oneLine(words.replace(/\\([!-/:-@[-`{-~])/gu, '$1'));
}

function oneLine(words: string): string {
  return words.trim().split(/\s+/u).join(' ');
}
