/** Keeps the mark-up whole and the caret in sight while a person types, deletes and moves. */
import {
  EditorSelection,
  EditorState,
  Facet,
  type SelectionRange,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import {
  asTransaction,
  endsInEmphasisedSpace,
  formatAt,
  nextFormat,
  replaceWords,
  setNextFormat,
} from './edit';
import { glyphsOf } from './glyphs';
import { canonical, lineAt, offsetOf, type PlacedLine } from './lines';
import { writeLine } from './edit';

/** Whether the mark-up is shown; then the text is edited as it is. */
export const markupShown = Facet.define<boolean, boolean>({
  combine: (values) => values.some(Boolean),
});

/** Rewrites what a person types so that the mark-up nobody sees stays whole. */
export const wholeMarkup = EditorState.transactionFilter.of((tr) => {
  if (tr.startState.facet(markupShown)) return tr;
  if (!tr.docChanged) return tr.selection ? inSight(tr) : tr;
  if (!(tr.isUserEvent('input') || tr.isUserEvent('delete'))) return tr;
  // What commands of the page did is whole already; an input method must not be disturbed.
  if (['input.done', 'delete.done', 'input.type.compose'].some((event) => tr.isUserEvent(event)))
    return tr;
  const changes: { from: number; to: number; text: string }[] = [];
  tr.changes.iterChanges((from, to, _a, _b, text) =>
    changes.push({ from, to, text: text.toString() }),
  );
  const [change] = changes;
  if (changes.length !== 1 || change === undefined || change.text.includes('\n')) return tr;
  return typed(tr, change.from, change.to, change.text);
});

function typed(
  tr: Transaction,
  from: number,
  to: number,
  text: string,
): TransactionSpec | Transaction {
  const state = tr.startState;
  const userEvent = tr.isUserEvent('delete') ? 'delete.done' : 'input.done';
  const line = lineAt(state.doc, from);
  const list = text === ' ' && from === to ? becomesBlock(line, from) : null;
  if (list !== null) {
    const glyphs = line.glyphs.slice(offsetOf(line, from));
    const edit = {
      from: line.from,
      to: line.to,
      text: writeLine(list, glyphs),
      caret: { line: 0, offset: 0 },
    };
    return asTransaction(state, edit, userEvent);
  }
  const format = state.field(nextFormat, false) ?? null;
  const edit = replaceWords(state, from, to, text, format);
  const spec = asTransaction(state, edit, userEvent);
  const offset = offsetOf(line, from);
  const used =
    format ?? formatAt(line, offset, Math.max(offset, line.to >= to ? offsetOf(line, to) : offset));
  const keep = endsInEmphasisedSpace(glyphsOf(text, used)) ? used : null;
  return { ...spec, effects: setNextFormat.of(keep) };
}

/** Returns the block mark that a space after `-`, `1.` or `#` makes, or null. */
function becomesBlock(line: PlacedLine, pos: number): string | null {
  if (line.kind !== 'text') return null;
  const typedSoFar = line.glyphs
    .slice(0, offsetOf(line, pos))
    .map((glyph) => (glyph.kind === 'text' ? glyph.text : ' '))
    .join('');
  if (/^[-*•]$/.test(typedSoFar)) return '- ';
  if (/^1[.)]$/.test(typedSoFar)) return '1. ';
  return /^#{1,3}$/.test(typedSoFar) ? `${typedSoFar} ` : null;
}

/** Moves every caret to the one place that looks the same. */
function inSight(tr: Transaction): TransactionSpec | readonly TransactionSpec[] | Transaction {
  const wanted = tr.selection;
  if (!wanted) return tr;
  const { doc } = tr.startState;
  const old = tr.startState.selection.main.head;
  let moved = false;
  const ranges = wanted.ranges.map((range): SelectionRange => {
    const forward = range.head >= old;
    const head = canonical(doc, range.head, forward);
    const anchor = range.empty ? head : canonical(doc, range.anchor, range.anchor <= range.head);
    if (head === range.head && anchor === range.anchor) return range;
    moved = true;
    return EditorSelection.range(anchor, head, range.goalColumn);
  });
  return moved
    ? [tr, { selection: EditorSelection.create(ranges, wanted.mainIndex), sequential: true }]
    : tr;
}
