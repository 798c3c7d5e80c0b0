/** Edits in terms of what a reader sees: words replaced, paragraphs split and joined. */
import {
  type ChangeSpec,
  type EditorState,
  StateEffect,
  StateField,
  type TransactionSpec,
} from '@codemirror/state';
import { glyphsOf, isSpace, PLAIN, type Format, type Glyph } from './glyphs';
import { lineAt, lineNumbered, lineOf, offsetOf, posOf, standing, type PlacedLine } from './lines';
import { writeGlyphs } from './writing';

/** Sets the emphasis of what is typed next, whatever stands before the caret. */
export const setNextFormat = StateEffect.define<Format | null>();

/** The emphasis asked for what is typed next; forgotten as soon as the caret goes elsewhere. */
export const nextFormat = StateField.define<Format | null>({
  create: () => null,
  update(value, tr) {
    for (const effect of tr.effects) if (effect.is(setNextFormat)) return effect.value;
    return tr.docChanged || tr.selection ? null : value;
  },
});

/** Returns the emphasis that words typed at this place get, as in a word processor. */
export function formatAt(line: PlacedLine, offset: number, end = offset): Format {
  const before = line.glyphs[offset - 1];
  const after = line.glyphs[end];
  const near = end > offset ? line.glyphs[offset] : (before ?? after);
  if (near === undefined) return PLAIN;
  const inside = (key: 'link' | 'lang') =>
    before !== undefined && after !== undefined && before[key] === after[key] ? before[key] : '';
  // Words put in place of others stay in their language.
  const lang = end > offset ? near.lang : inside('lang');
  return { bold: near.bold, italic: near.italic, link: inside('link'), lang };
}

/** The emphasis at the caret or over the selection's beginning, with what was asked for next. */
export function currentFormat(state: EditorState): Format {
  const next = state.field(nextFormat, false);
  if (next) return next;
  const { from, to, empty } = state.selection.main;
  const line = lineAt(state.doc, from);
  const offset = offsetOf(line, from);
  return formatAt(
    line,
    offset,
    empty ? offset : Math.max(offset + 1, to > line.to ? line.glyphs.length : offsetOf(line, to)),
  );
}

/** Writes a line from its block mark and its glyphs. */
export function writeLine(mark: string, glyphs: readonly Glyph[]): string {
  return mark + writeGlyphs(glyphs, mark.trim() === '');
}

/** Returns the smallest change that makes one text of another, or none. */
export function smallestChange(from: number, before: string, after: string): ChangeSpec[] {
  if (before === after) return [];
  let start = 0;
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end])
    end++;
  return [
    {
      from: from + start,
      to: from + before.length - end,
      insert: after.slice(start, after.length - end),
    },
  ];
}

/** What an edit does, before it becomes a transaction. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Where the caret goes: a line counted from the first of `text`, and glyphs in it. */
  readonly caret: { readonly line: number; readonly offset: number };
}

/** Turns an edit into a transaction with the caret in its one proper place. */
export function asTransaction(state: EditorState, edit: Edit, userEvent: string): TransactionSpec {
  const before = state.sliceDoc(edit.from, edit.to);
  const lines = edit.text.split('\n');
  const head = lines.slice(0, edit.caret.line).reduce((sum, line) => sum + line.length + 1, 0);
  const own = lines[edit.caret.line] ?? '';
  const anchor = edit.from + head + posOf(lineOf(own), edit.caret.offset);
  return {
    changes: smallestChange(edit.from, before, edit.text),
    selection: { anchor },
    scrollIntoView: true,
    userEvent,
  };
}

/** Replaces what a reader sees between two places by words of one emphasis, or by glyphs. */
export function replaceWords(
  state: EditorState,
  from: number,
  to: number,
  insert: string | readonly Glyph[],
  format: Format | null = null,
): Edit {
  const { doc } = state;
  const first = lineAt(doc, from);
  const last = lineAt(doc, to);
  const a = offsetOf(first, from);
  const b = offsetOf(last, to);
  const wanted =
    typeof insert === 'string'
      ? glyphsOf(insert, format ?? formatAt(first, a, first.at === last.at ? b : a))
      : insert;
  const glyphs = [
    ...first.glyphs.slice(0, a),
    ...wanted,
    ...last.glyphs.slice(Math.max(b, first.at === last.at ? a : 0)),
  ];
  return {
    from: first.from,
    to: last.to,
    text: writeLine(markOf(first, last), glyphs),
    caret: { line: 0, offset: a + wanted.length },
  };
}

/** An empty paragraph takes the kind of what is joined to it. */
function markOf(first: PlacedLine, last: PlacedLine): string {
  return first.kind === 'blank' && last.at !== first.at
    ? last.mark
    : first.kind === 'blank'
      ? ''
      : first.mark;
}

/** Splits the block at the selection, as Enter does in a word processor. */
export function splitBlock(state: EditorState): Edit | null {
  const { doc } = state;
  const { from, to } = state.selection.main;
  const first = lineAt(doc, from);
  const last = lineAt(doc, to);
  if (first.kind === 'note' || last.kind === 'note') return null;
  const left = first.glyphs.slice(0, offsetOf(first, from));
  const right = last.glyphs.slice(offsetOf(last, to));
  const whole = { from: first.from, to: last.to };
  const nextIsText = last.at < doc.lines && doc.line(last.at + 1).text.trim() !== '';
  const tail = nextIsText ? '\n' : '';

  if (first.kind === 'bullet' || first.kind === 'ordered') {
    if (left.length === 0 && right.length === 0) {
      const above = first.at > 1 && doc.line(first.at - 1).text.trim() !== '' ? '\n' : '';
      return { ...whole, text: `${above}${tail}`, caret: { line: above.length, offset: 0 } };
    }
    return {
      ...whole,
      text: `${writeLine(first.mark, left)}\n${writeLine(nextMark(first), right)}`,
      caret: { line: 1, offset: 0 },
    };
  }
  if (first.kind === 'heading') {
    if (left.length === 0 && right.length > 0) {
      return {
        ...whole,
        text: `\n\n${writeLine(first.mark, right)}`,
        caret: { line: 2, offset: 0 },
      };
    }
    const below = right.length === 0 ? tail : writeLine(first.mark, right);
    return {
      ...whole,
      text: `${writeLine(first.mark, left)}\n\n${below}`,
      caret: { line: 2, offset: 0 },
    };
  }
  const mark = first.kind === 'quote' ? first.mark : '';
  const above = left.length === 0 && first.kind !== 'quote' ? '' : writeLine(mark, left);
  const below = right.length === 0 ? `${mark}${tail}` : writeLine(mark, right);
  return { ...whole, text: `${above}\n\n${below}`, caret: { line: 2, offset: 0 } };
}

/** Returns the block mark of the item after this one. */
export function nextMark(line: PlacedLine): string {
  return line.kind === 'ordered' ? line.mark.replace(/\d+/, String(line.number + 1)) : line.mark;
}

/** Joins a block to the one before it, as Backspace at its beginning does. */
export function joinBackward(state: EditorState, line: PlacedLine): Edit | null {
  const { doc } = state;
  if (line.kind === 'note') return null;
  if (line.kind === 'bullet' || line.kind === 'ordered') return withoutItemMark(state, line);
  const before = line.at > 1 ? standing(doc, line.at - 1, false) : line.at;
  if (before >= line.at) {
    return line.mark === ''
      ? null
      : {
          from: line.from,
          to: line.to,
          text: writeLine('', line.glyphs),
          caret: { line: 0, offset: 0 },
        };
  }
  const above = lineNumbered(doc, before);
  if (above.kind === 'note') return null;
  if (above.kind === 'blank') {
    return {
      from: above.from,
      to: line.to,
      text: doc.sliceString(line.from, line.to),
      caret: { line: 0, offset: 0 },
    };
  }
  return {
    from: above.from,
    to: line.to,
    text: writeLine(above.mark, [...above.glyphs, ...line.glyphs]),
    caret: { line: 0, offset: above.glyphs.length },
  };
}

/** Joins the next block to this one, as Delete at its end does. */
export function joinForward(state: EditorState, line: PlacedLine): Edit | null {
  const { doc } = state;
  if (line.at === doc.lines || line.kind === 'note') return null;
  const after = standing(doc, line.at + 1, true);
  if (after <= line.at) return null;
  const below = lineNumbered(doc, after);
  if (below.kind === 'note') return null;
  const text =
    line.kind === 'blank'
      ? doc.sliceString(below.from, below.to)
      : writeLine(line.mark, [...line.glyphs, ...below.glyphs]);
  return {
    from: line.from,
    to: below.to,
    text,
    caret: { line: 0, offset: line.kind === 'blank' ? 0 : line.glyphs.length },
  };
}

/** Makes a list item one step less deep, or a paragraph of its own. */
export function withoutItemMark(state: EditorState, line: PlacedLine): Edit {
  const { doc } = state;
  if (line.level > 0) {
    const mark = line.mark.replace(/^(\t| {1,2})/, '');
    return {
      from: line.from,
      to: line.to,
      text: writeLine(mark, line.glyphs),
      caret: { line: 0, offset: 0 },
    };
  }
  const above = line.at > 1 && doc.line(line.at - 1).text.trim() !== '' ? '\n' : '';
  const below = line.at < doc.lines && doc.line(line.at + 1).text.trim() !== '' ? '\n' : '';
  return {
    from: line.from,
    to: line.to,
    text: `${above}${writeLine('', line.glyphs)}${below}`,
    caret: { line: above.length, offset: 0 },
  };
}

/** Tells whether words end in a space that was typed with emphasis. */
export function endsInEmphasisedSpace(glyphs: readonly Glyph[]): boolean {
  const last = glyphs[glyphs.length - 1];
  return last !== undefined && isSpace(last) && (last.bold || last.italic);
}
