/** What the toolbar does. */
import type { ChangeSpec, EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import {
  asTransaction,
  currentFormat,
  replaceWords,
  setNextFormat,
  smallestChange,
  writeLine,
} from './edit';
import { glyphsOf, isSpace, markGlyph, type Glyph } from './glyphs';
import { lineAt, lineNumbered, lineOf, offsetOf, posOf, type PlacedLine } from './lines';

/** The kinds of block a person can choose. */
export type BlockChoice =
  'text' | 'heading1' | 'heading2' | 'heading3' | 'bullet' | 'ordered' | 'quote';

const MARKS: Record<BlockChoice, string> = {
  text: '',
  heading1: '# ',
  heading2: '## ',
  heading3: '### ',
  bullet: '- ',
  ordered: '1. ',
  quote: '> ',
};

/** Returns the kind of block the caret stands in. */
export function blockAt(state: EditorState): BlockChoice | 'note' {
  const line = lineAt(state.doc, state.selection.main.head);
  if (line.kind === 'heading') return `heading${Math.min(line.level, 3)}` as BlockChoice;
  if (
    line.kind === 'bullet' ||
    line.kind === 'ordered' ||
    line.kind === 'quote' ||
    line.kind === 'note'
  )
    return line.kind;
  return 'text';
}

/** Makes the chosen blocks of one kind; choosing a list that is one already makes text again. */
export function setBlock(view: EditorView, choice: BlockChoice): boolean {
  const { state } = view;
  const lines = selectedLines(state).filter((line) => line.kind !== 'note');
  const [first] = lines;
  const last = lines[lines.length - 1];
  if (first === undefined || last === undefined) return false;
  const isList = choice === 'bullet' || choice === 'ordered';
  const wanted =
    isList &&
    lines.every((line) => line.kind === choice || line.kind === 'blank') &&
    first.kind !== 'blank'
      ? 'text'
      : choice;
  const needsRoom = wanted !== 'bullet' && wanted !== 'ordered';
  const head = lineAt(state.doc, state.selection.main.head);
  const out: string[] = [];
  let number = 0;
  let caretLine = 0;
  for (let n = first.at; n <= last.at; n++) {
    const line = lineNumbered(state.doc, n);
    if (line.kind === 'blank' && first.at !== last.at) {
      out.push('');
      continue;
    }
    if (needsRoom && out.length > 0 && out[out.length - 1] !== '') out.push('');
    number++;
    const mark = wanted === 'ordered' ? `${number}. ` : MARKS[wanted];
    if (n === head.at) caretLine = out.length;
    out.push(writeLine(mark, line.glyphs));
  }
  const room = (n: number) =>
    needsRoom && n >= 1 && n <= state.doc.lines && state.doc.line(n).text.trim() !== '';
  if (room(first.at - 1)) {
    out.unshift('');
    caretLine++;
  }
  if (room(last.at + 1)) out.push('');
  const offset = offsetOf(head, state.selection.main.head);
  view.dispatch(
    asTransaction(
      state,
      { from: first.from, to: last.to, text: out.join('\n'), caret: { line: caretLine, offset } },
      'input.done',
    ),
  );
  return true;
}

/** Makes list items one step deeper or less deep. */
export function indent(view: EditorView, deeper: boolean): boolean {
  const { state } = view;
  const lines = selectedLines(state).filter(
    (line) => line.kind === 'bullet' || line.kind === 'ordered',
  );
  if (lines.length === 0) return false;
  const changes = lines.map((line): ChangeSpec => {
    if (deeper) return { from: line.from, insert: line.kind === 'ordered' ? '   ' : '  ' };
    const less = /^(\t| {1,3})/.exec(line.mark)?.[0].length ?? 0;
    return { from: line.from, to: line.from + less };
  });
  view.dispatch({ changes, userEvent: 'input.done' });
  return true;
}

function selectedLines(state: EditorState): PlacedLine[] {
  const { from, to } = state.selection.main;
  const out: PlacedLine[] = [];
  for (let n = state.doc.lineAt(from).number; n <= state.doc.lineAt(to).number; n++)
    out.push(lineNumbered(state.doc, n));
  return out;
}

/** Makes the selection bold or italic, or takes that back; without a selection, the word or what comes next. */
export function toggle(view: EditorView, kind: 'bold' | 'italic'): boolean {
  const { state } = view;
  const { main } = state.selection;
  let { from, to } = main;
  if (main.empty) {
    const line = lineAt(state.doc, main.head);
    const offset = offsetOf(line, main.head);
    const [a, b] = wordAround(line.glyphs, offset);
    if (a === offset || b === offset) {
      const format = currentFormat(state);
      view.dispatch({ effects: setNextFormat.of({ ...format, [kind]: !format[kind] }) });
      return true;
    }
    from = posOf(line, a);
    to = posOf(line, b);
  }
  const parts = partsBetween(state, from, to);
  const inside = parts
    .flatMap(({ line, a, b }) => line.glyphs.slice(a, b))
    .filter((g) => !isSpace(g) && g.kind !== 'picture');
  if (inside.length === 0) return true;
  const on = !inside.every((glyph) => glyph[kind]);
  rewrite(view, parts, (glyph) => (glyph.kind === 'picture' ? glyph : { ...glyph, [kind]: on }));
  return true;
}

/** Makes the selection a link, or takes the link away when the address is empty. */
export function setLink(view: EditorView, url: string): boolean {
  const { state } = view;
  const { from, to, empty, head } = state.selection.main;
  if (!empty) {
    rewrite(view, partsBetween(state, from, to), (glyph) => ({
      ...glyph,
      link: glyph.kind === 'text' ? url : '',
    }));
    return true;
  }
  const line = lineAt(state.doc, head);
  const offset = offsetOf(line, head);
  const [a, b] = linkAround(line.glyphs, offset);
  if (a < b) {
    rewrite(view, [{ line, a, b }], (glyph) => ({ ...glyph, link: url }));
    return true;
  }
  if (url === '') return true;
  const glyphs = glyphsOf(url, { ...currentFormat(state), link: url });
  view.dispatch(asTransaction(state, replaceWords(state, head, head, glyphs), 'input.done'));
  return true;
}

/** Returns the address of the link at the caret, empty for none. */
export function linkAt(state: EditorState): string {
  const line = lineAt(state.doc, state.selection.main.head);
  const offset = offsetOf(line, state.selection.main.head);
  return line.glyphs[offset - 1]?.link || line.glyphs[offset]?.link || '';
}

function linkAround(glyphs: readonly Glyph[], offset: number): [number, number] {
  return runAround(glyphs, offset, 'link');
}

/** Returns the glyphs around the caret that share its address or its language. */
function runAround(
  glyphs: readonly Glyph[],
  offset: number,
  key: 'link' | 'lang',
): [number, number] {
  const shared = glyphs[offset - 1]?.[key] || glyphs[offset]?.[key] || '';
  if (shared === '') return [offset, offset];
  let a = offset;
  let b = offset;
  while (a > 0 && glyphs[a - 1]?.[key] === shared) a--;
  while (b < glyphs.length && glyphs[b]?.[key] === shared) b++;
  return [a, b];
}

/** Returns what a language is said for: the selection, else the passage or the word at the caret. */
function spoken(state: EditorState): LinePart[] {
  const { from, to, empty, head } = state.selection.main;
  if (!empty) return partsBetween(state, from, to);
  const line = lineAt(state.doc, head);
  const offset = offsetOf(line, head);
  const run = runAround(line.glyphs, offset, 'lang');
  const [a, b] = run[0] < run[1] ? run : wordAround(line.glyphs, offset);
  return a < b ? [{ line, a, b }] : [];
}

/** Returns the words of one language around a place of the source; null when it is the statement's own. */
export function tongueRun(state: EditorState, pos: number): { from: number; to: number } | null {
  const line = lineAt(state.doc, pos);
  const [a, b] = runAround(line.glyphs, offsetOf(line, pos), 'lang');
  return a < b ? { from: posOf(line, a), to: posOf(line, b) } : null;
}

/** Tells whether there are words at the caret whose language can be said. */
export function canSpeak(state: EditorState): boolean {
  return spoken(state).length > 0;
}

/** Returns the language of the words at the caret where it is another; empty for none. */
export function tongueAt(state: EditorState): string {
  const [first] = spoken(state);
  return first?.line.glyphs[first.a]?.lang ?? '';
}

/** Says in which language the words at the caret are; empty is that of the statement. */
export function setTongue(view: EditorView, lang: string): boolean {
  const parts = spoken(view.state);
  if (parts.length === 0) return false;
  rewrite(view, parts, (glyph) => ({ ...glyph, lang }));
  return true;
}

/** Cites a source at the caret. */
export function cite(view: EditorView, key: string, locator: string): boolean {
  const source =
    locator.trim() === '' ? `[@${key}]` : `[@${key}, ${locator.trim().replace(/[[\]]/g, '')}]`;
  return insertMark(view, markGlyph('cite', source));
}

function insertMark(view: EditorView, glyph: Glyph): boolean {
  const { state } = view;
  const { to } = state.selection.main;
  const { bold, italic, lang } = currentFormat(state);
  const marked = { ...glyph, bold, italic, lang };
  view.dispatch(asTransaction(state, replaceWords(state, to, to, [marked]), 'input.done'));
  view.focus();
  return true;
}

/** Adds a footnote at the caret and goes to its text at the end of the page. */
export function addNote(view: EditorView): boolean {
  const { state } = view;
  const { to } = state.selection.main;
  if (lineAt(state.doc, to).kind === 'note') return true;
  const source = state.doc.toString();
  const used = [...source.matchAll(/\[\^(\d+)\]/g)].map((match) => Number(match[1]));
  const label = String(Math.max(0, ...used) + 1);
  const spec = asTransaction(
    state,
    replaceWords(state, to, to, [markGlyph('note', `[^${label}]`)]),
    'input.done',
  );
  const end = source.trimEnd().length;
  const note = `\n\n[^${label}]: `;
  const changes = state.changes([
    (spec.changes ?? []) as ChangeSpec,
    { from: end, to: source.length, insert: note },
  ]);
  const at = changes.newLength;
  view.dispatch({
    changes,
    selection: { anchor: at },
    scrollIntoView: true,
    userEvent: 'input.done',
  });
  view.focus();
  return true;
}

interface LinePart {
  readonly line: PlacedLine;
  readonly a: number;
  readonly b: number;
}

function partsBetween(state: EditorState, from: number, to: number): LinePart[] {
  const out: LinePart[] = [];
  for (let n = state.doc.lineAt(from).number; n <= state.doc.lineAt(to).number; n++) {
    const line = lineNumbered(state.doc, n);
    const a = from > line.from ? offsetOf(line, from) : 0;
    const b = to < line.to ? offsetOf(line, to) : line.glyphs.length;
    if (a < b) out.push({ line, a, b });
  }
  return out;
}

/** Changes glyphs in place and keeps what is selected selected. */
function rewrite(
  view: EditorView,
  parts: readonly LinePart[],
  change: (glyph: Glyph) => Glyph,
): void {
  const { state } = view;
  const { anchor, head, empty } = state.selection.main;
  const changes: ChangeSpec[] = [];
  const written = new Map<number, string>();
  for (const { line, a, b } of parts) {
    const glyphs = line.glyphs.map((glyph, i) => (i >= a && i < b ? change(glyph) : glyph));
    const text = writeLine(line.mark, glyphs);
    written.set(line.at, text);
    changes.push(...smallestChange(line.from, state.sliceDoc(line.from, line.to), text));
  }
  const set = state.changes(changes);
  const placed = (pos: number): number => {
    const line = lineAt(state.doc, pos);
    const text = written.get(line.at);
    if (text === undefined) return set.mapPos(pos);
    return set.mapPos(line.from, -1) + posOf(lineOf(text), offsetOf(line, pos));
  };
  const at = placed(head);
  view.dispatch({
    changes: set,
    selection: { anchor: empty ? at : placed(anchor), head: at },
    userEvent: 'input.done',
  });
}

function wordAround(glyphs: readonly Glyph[], offset: number): [number, number] {
  const inWord = (glyph: Glyph | undefined) =>
    glyph?.kind === 'text' && /[\p{L}\p{N}\p{M}'’-]/u.test(glyph.text);
  let a = offset;
  let b = offset;
  while (inWord(glyphs[a - 1])) a--;
  while (inWord(glyphs[b])) b++;
  return [a, b];
}
