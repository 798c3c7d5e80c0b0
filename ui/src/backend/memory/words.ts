/** Words for the twin: counted and compared simply; the desk's own way is in rostrum-core. */
import type { MovedPhrase, WordRun } from '../generated/wire';

/** Returns the number of words, cut at white space. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

/** Returns Markdown without its marks. */
export function plain(markdown: string): string {
  return markdown
    .replace(/^#{1,6}\s+/gmu, '')
    .replace(/^\s*(?:[-*]|\d+\.)\s+/gmu, '')
    .replace(/\[(?:@|\^)[^\]]*\]/gu, '')
    .replace(/[*_]{1,2}/gu, '');
}

/** A section of a body: its heading and the text under it. */
export interface BodySection {
  heading: string;
  text: string;
}

/** Returns the sections of a body, in order; text before the first heading has no heading. */
export function bodySections(body: string): BodySection[] {
  const sections: BodySection[] = [];
  let open: BodySection = { heading: '', text: '' };
  for (const line of body.split('\n')) {
    const heading = /^#\s+(.*)$/u.exec(line);
    if (heading) {
      if (open.heading !== '' || open.text.trim() !== '') sections.push(open);
      open = { heading: (heading[1] ?? '').trim(), text: '' };
    } else {
      open.text += `${line}\n`;
    }
  }
  if (open.heading !== '' || open.text.trim() !== '') sections.push(open);
  return sections;
}

/** A word with the space after it, or one sign: so a full stop may go while its word stays. */
const token = /[\p{L}\p{N}’'-]+\s*|[^\p{L}\p{N}\s]\s*|\s+/gu;

/** Returns how one wording becomes another, by the longest common run of words. */
export function wordRuns(before: string, after: string): WordRun[] {
  const a = before.match(token) ?? [];
  const b = after.match(token) ?? [];
  const same = (x: string | undefined, y: string | undefined) => x?.trim() === y?.trim();
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row)
        row[j] = same(a[i], b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const runs: WordRun[] = [];
  const push = (change: WordRun['change'], text: string | undefined) => {
    if (text === undefined || text === '') return;
    const last = runs.at(-1);
    if (last?.change === change) last.text += text;
    else runs.push({ change, text });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(a[i], b[j])) {
      push('same', b[j]);
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      push('deleted', a[i]);
      i += 1;
    } else {
      push('inserted', b[j]);
      j += 1;
    }
  }
  return runs;
}

/** Returns the phrases of three words and more that stand whole in a deleted and in an inserted run. */
export function movedPhrases(runs: WordRun[]): MovedPhrase[] {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const plainWords = (text: string) => text.toLowerCase();
  return runs.flatMap((out, from) => {
    if (out.change !== 'deleted') return [];
    const phrase = out.text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    if (phrase.split(/\s+/u).length < 3) return [];
    const to = runs.findIndex(
      (run) => run.change === 'inserted' && plainWords(run.text).includes(plainWords(phrase)),
    );
    const there = runs[to];
    if (!there) return [];
    const start = bytes(out.text.slice(0, out.text.indexOf(phrase)));
    const at = bytes(there.text.slice(0, plainWords(there.text).indexOf(plainWords(phrase))));
    const length = bytes(phrase);
    const from_bytes: [number, number] = [start, start + length];
    const to_bytes: [number, number] = [at, at + length];
    return [{ from, from_bytes, to, to_bytes }];
  });
}
