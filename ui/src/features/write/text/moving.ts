/** Keys that move the caret by what a reader sees, and keys that split and join paragraphs. */
import {
  EditorSelection,
  findClusterBreak,
  type EditorState,
  type SelectionRange,
} from '@codemirror/state';
import type { EditorView, KeyBinding } from '@codemirror/view';
import {
  asTransaction,
  joinBackward,
  joinForward,
  replaceWords,
  splitBlock,
  type Edit,
} from './edit';
import { visible } from './glyphs';
import { canonical, isGap, lineAt, lineNumbered, offsetOf, posOf } from './lines';
import { markupShown } from './typing';

type Step = (range: SelectionRange) => SelectionRange;

/** Repeats a step until the caret stands somewhere that looks different. */
function seen(view: EditorView, from: SelectionRange, step: Step): SelectionRange {
  const { doc } = view.state;
  let range = from;
  for (let tries = 0; tries < 400; tries++) {
    const next = step(range);
    if (next.head === range.head) return range;
    const forward = next.head > from.head;
    if (!isGap(doc, doc.lineAt(next.head).number)) {
      const head = canonical(doc, next.head, forward);
      if (head !== from.head)
        return EditorSelection.cursor(head, next.assoc, undefined, next.goalColumn);
    }
    range = next;
  }
  return range;
}

function mover(step: (view: EditorView) => Step, extend: boolean, collapse?: 'left' | 'right') {
  return (view: EditorView): boolean => {
    if (view.state.facet(markupShown)) return false;
    const { main } = view.state.selection;
    let to: SelectionRange;
    if (!extend && !main.empty && collapse) {
      const leftToRight = view.textDirectionAt(main.head) === 0;
      to = EditorSelection.cursor((collapse === 'left') === leftToRight ? main.from : main.to);
    } else {
      to = seen(
        view,
        EditorSelection.cursor(main.head, main.assoc, undefined, main.goalColumn),
        step(view),
      );
    }
    const range = extend ? EditorSelection.range(main.anchor, to.head, to.goalColumn) : to;
    view.dispatch({
      selection: EditorSelection.create([range]),
      scrollIntoView: true,
      userEvent: 'select',
    });
    return true;
  };
}

const byChar =
  (right: boolean) =>
  (view: EditorView): Step =>
  (range) => {
    const leftToRight = view.textDirectionAt(range.head) === 0;
    return view.moveByChar(range, right === leftToRight);
  };
const byWord =
  (right: boolean) =>
  (view: EditorView): Step =>
  (range) => {
    const forward = right === (view.textDirectionAt(range.head) === 0);
    const line = lineAt(view.state.doc, range.head);
    const offset = offsetOf(line, range.head);
    const target = wordBreak(visible(line.glyphs), offset, forward);
    if (target === offset) return view.moveByChar(range, forward);
    return EditorSelection.cursor(posOf(line, target));
  };
const byLine =
  (down: boolean) =>
  (view: EditorView): Step =>
  (range) =>
    view.moveVertically(range, down);

/** Deletes one character, or one word, before or after the caret. */
function eraser(forward: boolean, word: boolean) {
  return (view: EditorView): boolean => {
    const { state } = view;
    if (state.facet(markupShown)) return false;
    const { doc } = state;
    const { main } = state.selection;
    if (!main.empty) return apply(view, replaceWords(state, main.from, main.to, ''), 'delete.done');
    const line = lineAt(doc, main.head);
    const offset = offsetOf(line, main.head);
    const end = forward ? offset === line.glyphs.length : offset === 0;
    if (end) {
      const edit = forward ? joinForward(state, line) : joinBackward(state, line);
      return edit === null || apply(view, edit, 'delete.done');
    }
    const text = visible(line.glyphs);
    const target = word ? wordBreak(text, offset, forward) : clusterBreak(text, offset, forward);
    const [a, b] = forward ? [offset, target] : [target, offset];
    const [only] = line.glyphs.slice(a, b);
    const edit = replaceWords(state, posOf(line, a), posOf(line, b), '');
    if (b - a === 1 && only?.kind === 'note') return eraseNote(view, edit, only.text);
    return apply(view, edit, 'delete.done');
  };
}

/** Backspace takes one accent or joined letter at a time off, Delete the whole of what is seen. */
function clusterBreak(text: string, offset: number, forward: boolean): number {
  return findClusterBreak(text, offset, forward);
}

function wordBreak(text: string, offset: number, forward: boolean): number {
  if (forward)
    return (
      offset + (/^\s*(?:[\p{L}\p{N}\p{M}'’]+|[^\s])?/u.exec(text.slice(offset))?.[0].length ?? 1)
    );
  return /(?:[\p{L}\p{N}\p{M}'’]+|[^\s])?\s*$/u.exec(text.slice(0, offset))?.index ?? 0;
}

/** Takes a note's mark out together with the note, when nothing else refers to it. */
function eraseNote(view: EditorView, edit: Edit, mark: string): boolean {
  const { state } = view;
  const spec = asTransaction(state, edit, 'delete.done');
  const source = state.doc.toString();
  const uses = source.split(mark).length - 1;
  const changes = [spec.changes ?? []];
  for (let n = state.doc.lines; n >= 1 && uses <= 2; n--) {
    const line = lineNumbered(state.doc, n);
    if (line.kind !== 'note' || `[^${line.label}]` !== mark) continue;
    let from = line.from;
    while (from > 0 && state.sliceDoc(from - 1, from) === '\n') from--;
    changes.push({ from, to: line.to });
  }
  view.dispatch({ ...spec, changes: changes.flat() as never });
  return true;
}

/** Dispatches an edit. */
export function apply(view: EditorView, edit: Edit, userEvent: string): boolean {
  view.dispatch(asTransaction(view.state, edit, userEvent));
  return true;
}

/** Starts a new paragraph, heading or item. */
export function enter(view: EditorView): boolean {
  if (view.state.facet(markupShown)) return false;
  const edit = splitBlock(view.state);
  if (edit === null) return leaveNote(view);
  return apply(view, edit, 'input.done');
}

/** Goes from a note to its mark in the text, or from nowhere nowhere. */
export function leaveNote(view: EditorView): boolean {
  const { state } = view;
  const line = lineAt(state.doc, state.selection.main.head);
  if (line.kind !== 'note') return false;
  const at = markPosition(state, line.label);
  if (at !== null) view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
  return true;
}

/** Returns where the mark of a note ends in the text. */
export function markPosition(state: EditorState, label: string): number | null {
  const mark = `[^${label}]`;
  const source = state.doc.toString();
  for (let at = source.indexOf(mark); at >= 0; at = source.indexOf(mark, at + 1)) {
    if (!(source[at + mark.length] === ':' && (at === 0 || source[at - 1] === '\n')))
      return at + mark.length;
  }
  return null;
}

const both = (
  key: string,
  step: (view: EditorView) => Step,
  collapse?: 'left' | 'right',
): KeyBinding => ({
  key,
  run: mover(step, false, collapse),
  shift: mover(step, true),
  preventDefault: true,
});

/** The keys of the page when the mark-up is out of sight. */
export const readerKeys: readonly KeyBinding[] = [
  both('ArrowLeft', byChar(false), 'left'),
  both('ArrowRight', byChar(true), 'right'),
  both('Mod-ArrowLeft', byWord(false)),
  both('Mod-ArrowRight', byWord(true)),
  both('ArrowUp', byLine(false)),
  both('ArrowDown', byLine(true)),
  { key: 'Backspace', run: eraser(false, false), shift: eraser(false, false) },
  { key: 'Delete', run: eraser(true, false) },
  { key: 'Mod-Backspace', run: eraser(false, true) },
  { key: 'Mod-Delete', run: eraser(true, true) },
  { key: 'Enter', run: enter, shift: enter },
  { key: 'Escape', run: leaveNote },
];
