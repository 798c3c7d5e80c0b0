/** The sections of the body: its level-1 headings, matched to those of the call. */
import type { Text } from '@codemirror/state';

/** What of a call's section is needed here. */
export interface CallSection {
  readonly id: string;
  readonly heading: string;
  readonly required: boolean;
}

/** A section as it stands in the body. */
export interface BodySection {
  /** Id of the call's section; empty when the call knows none by this heading. */
  readonly id: string;
  readonly heading: string;
  /** Start of the heading's line. */
  readonly from: number;
  /** End of the heading's line. */
  readonly headingEnd: number;
  /** End of the section. */
  readonly to: number;
}

const HEADING = /^#[ \t]+(.*?)[ \t]*#*[ \t]*$/;
const NOTE = /^\[\^[^\]\s]+\]:/;

/** Finds the sections of a body, in order. */
export function sectionsOf(doc: Text, call: readonly CallSection[]): BodySection[] {
  const out: BodySection[] = [];
  let pos = 0;
  let end = doc.length;
  for (const text of doc.iterLines()) {
    const match = HEADING.exec(text);
    if (match) {
      const heading = plainHeading(match[1] ?? '');
      out.push({
        id: idOf(heading, call),
        heading,
        from: pos,
        headingEnd: pos + text.length,
        to: doc.length,
      });
      const before = out[out.length - 2];
      if (before) out[out.length - 2] = { ...before, to: pos };
    }
    if (NOTE.test(text) && end === doc.length) end = pos;
    pos += text.length + 1;
  }
  const last = out[out.length - 1];
  // Notes stand after the last section and belong to none.
  if (last && end > last.headingEnd) out[out.length - 1] = { ...last, to: end };
  return out;
}

/** Returns the section a place is in. */
export function sectionAt(sections: readonly BodySection[], pos: number): BodySection | undefined {
  return sections.findLast((section) => section.from <= pos);
}

/** Returns the call's sections that the body does not have yet, in the order of the call. */
export function missingSections<S extends CallSection>(
  sections: readonly BodySection[],
  call: readonly S[],
): S[] {
  const there = new Set(sections.map((section) => section.id));
  return call.filter((section) => !there.has(section.id));
}

/** Returns where a missing section goes and what to insert there. */
export function placeForSection(
  doc: Text,
  sections: readonly BodySection[],
  call: readonly CallSection[],
  wanted: CallSection,
): { readonly at: number; readonly insert: string; readonly caret: number } {
  const order = call.map((section) => section.id);
  const own = order.indexOf(wanted.id);
  const following = sections.find(
    (section) => section.id !== '' && order.indexOf(section.id) > own,
  );
  const heading = `# ${wanted.heading}`;
  if (following) {
    const insert = `${heading}\n\n\n\n`;
    return { at: following.from, insert, caret: following.from + heading.length + 2 };
  }
  const last = sections[sections.length - 1];
  let at = last?.to ?? doc.length;
  const rest = doc.sliceString(at);
  while (at > 0 && doc.sliceString(at - 1, at).trim() === '') at--;
  const before = at === 0 ? '' : '\n\n';
  const after = rest.trim() === '' ? '' : '\n\n';
  const insert = `${before}${heading}\n\n${after}`;
  return { at, insert, caret: at + before.length + heading.length + 2 };
}

function idOf(heading: string, call: readonly CallSection[]): string {
  const folded = heading.toLocaleLowerCase();
  return call.find((s) => s.heading.toLocaleLowerCase() === folded || s.id === folded)?.id ?? '';
}

function plainHeading(source: string): string {
  return source
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\*+/g, '')
    .trim();
}
