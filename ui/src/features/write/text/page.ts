/** Shows the body as a clean page: headings, emphasis, lists and raised numbers, no mark-up in sight. */
import {
  Compartment,
  Facet,
  Prec,
  StateField,
  type EditorState,
  type Extension,
  type Range,
  type Text,
} from '@codemirror/state';
import {
  Decoration,
  Direction,
  EditorView,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import type { Glyph } from './glyphs';
import { isGap, itemNumber, lineAt, lineNumbered, type PlacedLine } from './lines';
import { markPosition } from './moving';
import { figureOf, pictures } from './pictures';
import { markupShown } from './typing';
import { tongueRun } from './commands';
import { direction } from '../../../text/words';

/** Words the page itself says, from the catalogue. */
export interface PageWords {
  readonly note: (number: number) => string;
  readonly citation: (number: number, key: string) => string;
  readonly backToText: (number: number) => string;
  /** Name of a language by its tag. */
  readonly language: (tag: string) => string;
}

export const pageWords = Facet.define<PageWords, PageWords>({
  combine: (values) =>
    values[0] ?? {
      note: (n) => String(n),
      citation: (n) => String(n),
      backToText: (n) => String(n),
      language: (tag) => tag,
    },
});

/** Numbers of the notes in the order in which the text refers to them. */
export interface Numbering {
  /** Number of a mark by where it begins. */
  readonly at: ReadonlyMap<number, number>;
  /** Number of a note by its label. */
  readonly of: ReadonlyMap<string, number>;
}

const MARK = /(^|[^\\])\[(?:\^([^\]\s[]+)|@[^\][]+)\](:?)/gm;

function numberNotes(doc: Text): Numbering {
  const at = new Map<number, number>();
  const of = new Map<string, number>();
  let count = 0;
  for (const match of doc.toString().matchAll(MARK)) {
    const before = match[1] ?? '';
    const label = match[2];
    const from = match.index + before.length;
    const definition = match[3] === ':' && (before === '' || before === '\n');
    if (definition) continue;
    const known = label === undefined ? undefined : of.get(label);
    const number = known ?? ++count;
    at.set(from, number);
    if (label !== undefined) of.set(label, number);
  }
  return { at, of };
}

export const numbering = StateField.define<Numbering>({
  create: (state) => numberNotes(state.doc),
  update: (value, tr) => (tr.docChanged ? numberNotes(tr.newDoc) : value),
});

class RaisedNumber extends WidgetType {
  constructor(
    readonly number: number,
    readonly kind: 'note' | 'cite',
    readonly name: string,
  ) {
    super();
  }
  override eq(other: RaisedNumber): boolean {
    return other.number === this.number && other.kind === this.kind && other.name === this.name;
  }
  override toDOM(): HTMLElement {
    const mark = document.createElement('sup');
    mark.className = `page-mark page-mark-${this.kind}`;
    mark.textContent = this.number > 0 ? String(this.number) : '?';
    mark.title = this.name;
    return mark;
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

class ItemMark extends WidgetType {
  constructor(
    readonly text: string,
    readonly className: string,
    readonly name = '',
  ) {
    super();
  }
  override eq(other: ItemMark): boolean {
    return other.text === this.text && other.className === this.className;
  }
  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = this.className;
    mark.textContent = this.text;
    if (this.name !== '') mark.title = this.name;
    return mark;
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

const hidden = Decoration.replace({});
const classes = new Map<string, Decoration>();
function styled(glyph: Glyph): Decoration | null {
  const name = [
    glyph.bold ? 'page-bold' : '',
    glyph.italic ? 'page-italic' : '',
    glyph.link !== '' ? 'page-link' : '',
    glyph.kind === 'other' ? 'page-kept' : '',
  ]
    .filter(Boolean)
    .join(' ');
  if (name === '') return null;
  let known = classes.get(name);
  if (!known) classes.set(name, (known = Decoration.mark({ class: name })));
  return known;
}

/** Words of another language: said to those who hear them, and in their own direction. */
function spoken(tag: string): Decoration {
  const known = classes.get(`lang ${tag}`);
  if (known) return known;
  const dir = direction(tag);
  const made = Decoration.mark({
    class: 'page-tongue',
    attributes: { lang: tag, dir },
    bidiIsolate: dir === 'rtl' ? Direction.RTL : Direction.LTR,
  });
  classes.set(`lang ${tag}`, made);
  return made;
}

type Add = (from: number, to: number, decoration: Decoration) => void;

function lineClass(line: PlacedLine, gap: boolean, shown: boolean): string {
  if (gap && !shown) return 'page-gap';
  const level = line.kind === 'heading' ? Math.min(line.level, 3) : line.level;
  const base = `page-line page-${line.kind}`;
  return line.kind === 'heading'
    ? `${base} page-heading-${level}`
    : line.level > 0
      ? `${base} page-depth-${level}`
      : base;
}

function decorateLine(state: EditorState, line: PlacedLine, add: Add): void {
  const shown = state.facet(markupShown);
  const gap = isGap(state.doc, line.at);
  const attributes: Record<string, string> = wayOf(line);
  add(line.from, line.from, Decoration.line({ class: lineClass(line, gap, shown), attributes }));
  if (shown) {
    if (line.mark.length > 0) add(line.from, line.start, Decoration.mark({ class: 'page-markup' }));
  } else if (line.kind === 'blank') {
    if (line.to > line.from) add(line.from, line.to, hidden);
    return;
  } else if (line.mark.length > 0) {
    add(line.from, line.start, blockMark(state, line));
  }
  inline(state, line, shown, add);
}

/** A line takes the direction of its first letter; one without letters that of the page. */
function wayOf(line: PlacedLine): Record<string, string> {
  const tongue = line.glyphs[0]?.lang ?? '';
  // Words whose language is said do not speak for their line, unless they are the whole of it.
  if (tongue !== '' && line.glyphs.every((glyph) => glyph.lang === tongue))
    return { dir: direction(tongue) };
  return /\p{L}/u.test(line.words) ? { dir: 'auto' } : {};
}

function blockMark(state: EditorState, line: PlacedLine): Decoration {
  switch (line.kind) {
    case 'bullet':
      return Decoration.replace({
        widget: new ItemMark(line.level % 2 === 0 ? '•' : '–', 'page-item-mark'),
      });
    case 'ordered':
      return Decoration.replace({
        widget: new ItemMark(`${itemNumber(state.doc, line.at, line.level)}.`, 'page-item-mark'),
      });
    case 'note': {
      const number = state.field(numbering).of.get(line.label) ?? 0;
      const name = state.facet(pageWords).backToText(number);
      return Decoration.replace({
        widget: new ItemMark(number > 0 ? String(number) : '–', 'page-note-mark', name),
      });
    }
    default:
      return hidden;
  }
}

function inline(state: EditorState, line: PlacedLine, shown: boolean, add: Add): void {
  let at = 0;
  const end = line.words.length;
  const { glyphs, start } = line;
  const gapTo = (to: number, opens = '') => {
    if (to <= at) return;
    const label = opens === '' ? hidden : tongueMark(state, opens);
    add(start + at, start + to, shown ? Decoration.mark({ class: 'page-markup' }) : label);
  };
  for (let i = 0; i < glyphs.length;) {
    const glyph = glyphs[i] as Glyph;
    const begins = glyph.lang !== '' && glyph.lang !== glyphs[i - 1]?.lang;
    gapTo(glyph.from, begins ? glyph.lang : '');
    if (begins) {
      const end = glyphs.findIndex((other, n) => n > i && other.lang !== glyph.lang);
      const last = glyphs[(end < 0 ? glyphs.length : end) - 1] as Glyph;
      add(start + glyph.from, start + last.to, spoken(glyph.lang));
    }
    if (glyph.kind !== 'text' && glyph.kind !== 'other') {
      const mark = shown ? Decoration.mark({ class: 'page-markup' }) : markOf(state, glyph, start);
      add(start + glyph.from, start + glyph.to, mark);
      at = glyph.to;
      i++;
      continue;
    }
    let to = i;
    // An escaped character hides its backslash and stands alone.
    if (glyph.kind === 'text' && glyph.to - glyph.from > 1) {
      add(
        start + glyph.from,
        start + glyph.to - 1,
        shown ? Decoration.mark({ class: 'page-markup' }) : hidden,
      );
      const style = styled(glyph);
      if (style) add(start + glyph.to - 1, start + glyph.to, style);
      at = glyph.to;
      i++;
      continue;
    }
    while (to + 1 < glyphs.length && continues(glyphs[to] as Glyph, glyphs[to + 1] as Glyph)) to++;
    const last = glyphs[to] as Glyph;
    const style = styled(glyph);
    if (style) add(start + glyph.from, start + last.to, style);
    at = last.to;
    i = to + 1;
  }
  gapTo(end);
}

function continues(a: Glyph, b: Glyph): boolean {
  return (
    a.to === b.from &&
    b.kind === a.kind &&
    b.kind === 'text' &&
    b.to - b.from === 1 &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.link === b.link &&
    a.lang === b.lang
  );
}

/** A quiet label before words of another language, in place of the mark-up that says so. */
function tongueMark(state: EditorState, tag: string): Decoration {
  const name = state.facet(pageWords).language(tag);
  return Decoration.replace({
    widget: new ItemMark(tag.split(/[-_]/)[0] ?? tag, 'page-tongue-mark', name),
  });
}

function markOf(state: EditorState, glyph: Glyph, start: number): Decoration {
  const figure = glyph.kind === 'picture' ? figureOf(state, glyph) : null;
  if (figure) return figure;
  const number = state.field(numbering).at.get(start + glyph.from) ?? 0;
  const words = state.facet(pageWords);
  const kind = glyph.kind === 'note' ? 'note' : 'cite';
  const key = glyph.text.slice(2, -1);
  const name = kind === 'note' ? words.note(number) : words.citation(number, key);
  return Decoration.replace({ widget: new RaisedNumber(number, kind, name) });
}

function decorate(view: EditorView): DecorationSet {
  const out: Range<Decoration>[] = [];
  const { state } = view;
  let done = 0;
  for (const { from, to } of view.visibleRanges) {
    const first = Math.max(state.doc.lineAt(from).number, done + 1);
    const last = state.doc.lineAt(to).number;
    for (let n = first; n <= last; n++) {
      decorateLine(state, lineNumbered(state.doc, n), (a, b, decoration) =>
        out.push(decoration.range(a, b)),
      );
    }
    done = Math.max(done, last);
  }
  // A passage of another language holds what stands in it, and begins where that begins.
  return Decoration.set(out, true);
}

const look = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }
    update(update: ViewUpdate) {
      const toggled = update.startState.facet(markupShown) !== update.state.facet(markupShown);
      const drawn = update.startState.field(pictures) !== update.state.field(pictures);
      if (update.docChanged || update.viewportChanged || toggled || drawn)
        this.decorations = decorate(update.view);
    }
  },
  {
    decorations: (plugin) => plugin.decorations,
    provide: (plugin) => [
      Prec.lowest(
        EditorView.bidiIsolatedRanges.of((view) => {
          const set = view.plugin(plugin)?.decorations ?? Decoration.none;
          return set.update({
            filter: (_from, _to, value) => value.spec.bidiIsolate !== undefined,
          });
        }),
      ),
      EditorView.atomicRanges.of((view) => {
        const set = view.plugin(plugin)?.decorations ?? Decoration.none;
        return view.state.facet(markupShown)
          ? Decoration.none
          : set.update({
              filter: (from, to, value) => from < to && value.spec.class === undefined,
            });
      }),
    ],
  },
);

/** Goes to a note from its number, and back. */
const noteLinks = EditorView.domEventHandlers({
  mousedown(event, view) {
    if (!(event.target instanceof HTMLElement) || view.state.facet(markupShown)) return false;
    if (event.target.closest('.page-tongue-mark')) {
      // Its words are chosen, so that their language can be changed.
      const run = tongueRun(view.state, view.posAtDOM(event.target));
      if (run) view.dispatch({ selection: { anchor: run.from, head: run.to } });
      return run !== null;
    }
    const raised = event.target.closest('.page-mark-note');
    const back = event.target.closest('.page-note-mark');
    if (!raised && !back) return false;
    const { state } = view;
    const line = lineAt(state.doc, view.posAtDOM(event.target));
    if (back) {
      const at = markPosition(state, line.label);
      if (at !== null) view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
      return at !== null;
    }
    const pos = view.posAtDOM(event.target) - line.start;
    const glyph = line.glyphs.find((g) => g.kind === 'note' && g.from <= pos && pos <= g.to);
    const note = glyph && notePosition(state, glyph.text.slice(2, -1));
    if (note === undefined || note === null) return false;
    view.dispatch({ selection: { anchor: note }, scrollIntoView: true });
    return true;
  },
});

function notePosition(state: EditorState, label: string): number | null {
  for (let n = state.doc.lines; n >= 1; n--) {
    const line = lineNumbered(state.doc, n);
    if (line.kind === 'note' && line.label === label) return line.start;
  }
  return null;
}

const markup = new Compartment();

/** Everything that makes the page. */
export function page(words: PageWords): Extension {
  return [
    pageWords.of(words),
    markup.of([]),
    numbering,
    pictures,
    look,
    noteLinks,
    EditorView.lineWrapping,
  ];
}

/** Shows or hides the mark-up. */
export function showMarkup(view: EditorView, shown: boolean): void {
  view.dispatch({ effects: markup.reconfigure(shown ? markupShown.of(true) : []) });
}
