/** Pictures on the page: a small one with its caption and its words, in place of the mark-up. */
import { Facet, StateEffect, StateField, type EditorState, type Text } from '@codemirror/state';
import { Decoration, WidgetType, type EditorView } from '@codemirror/view';
import type { Glyph } from './glyphs';
import { lineAt, lineNumbered, offsetOf, type PlacedLine } from './lines';
import { readMention, writeMention, type Mention } from './mention';

/** A picture of the statement, as far as the page shows it. */
export interface ShownPicture {
  /** The picture as an address; null while it is on its way. */
  readonly url: string | null;
  /** Whether its bytes are missing in this copy. */
  readonly lost: boolean;
  readonly width: number;
  readonly height: number;
  /** Width in per cent of that of the text; 0 for its own. */
  readonly share: number;
}

/** Words about pictures, and what their buttons do. */
export interface PictureTools {
  readonly edit: string;
  readonly remove: string;
  /** What a picture is called by those who hear it. */
  readonly name: (alt: string) => string;
  readonly noAlt: string;
  readonly lost: (name: string) => string;
  readonly unknown: (name: string) => string;
  /** Asks for the words of the picture at a place. */
  readonly onEdit: (pos: number) => void;
  readonly onRemove: (pos: number) => void;
}

/** What a page without pictures says of them. */
const silent: PictureTools = {
  edit: '',
  remove: '',
  name: (alt) => alt,
  noAlt: '',
  lost: (name) => name,
  unknown: (name) => name,
  onEdit: () => undefined,
  onRemove: () => undefined,
};

export const pictureTools = Facet.define<PictureTools, PictureTools>({
  combine: (values) => values[0] ?? silent,
});

/** Tells the page which pictures the statement has, by their names. */
export const setPictures = StateEffect.define<ReadonlyMap<string, ShownPicture>>();

export const pictures = StateField.define<ReadonlyMap<string, ShownPicture>>({
  create: () => new Map(),
  update(value, tr) {
    for (const effect of tr.effects) if (effect.is(setPictures)) return effect.value;
    return value;
  },
});

/** Pixels of a picture to one of the screen, about as in print. */
const FINER = 150 / 96;

class Figure extends WidgetType {
  constructor(
    readonly mention: Mention,
    readonly shown: ShownPicture | undefined,
    readonly tools: PictureTools,
  ) {
    super();
  }
  override eq(other: Figure): boolean {
    return writeMention(other.mention) === writeMention(this.mention) && other.shown === this.shown;
  }
  override toDOM(view: EditorView): HTMLElement {
    const { mention, shown, tools } = this;
    const { name, alt, caption } = mention;
    const figure = made('span', 'page-picture');
    figure.contentEditable = 'false';
    figure.setAttribute('role', 'group');
    figure.setAttribute('aria-label', tools.name(alt === '' ? name : alt));
    if (shown && !shown.lost) {
      const image = document.createElement('img');
      image.alt = alt;
      image.draggable = false;
      image.width = shown.width;
      image.height = shown.height;
      const width = shown.share > 0 ? `${shown.share}%` : `${Math.round(shown.width / FINER)}px`;
      image.style.setProperty('inline-size', width);
      image.addEventListener('load', () => {
        view.requestMeasure();
      });
      if (shown.url !== null) image.src = shown.url;
      figure.append(image);
    } else {
      figure.append(warned(shown ? tools.lost(name) : tools.unknown(name)));
    }
    if (caption !== '') figure.append(said('page-picture-caption', caption));
    const foot = made('span', 'page-picture-foot');
    foot.append(alt === '' ? warned(tools.noAlt) : said('page-picture-alt', alt));
    foot.append(
      this.button(view, figure, tools.edit, tools.onEdit),
      this.button(view, figure, tools.remove, tools.onRemove),
    );
    figure.append(foot);
    return figure;
  }
  private button(
    view: EditorView,
    figure: HTMLElement,
    face: string,
    act: (pos: number) => void,
  ): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = face;
    button.addEventListener('click', (event) => {
      event.preventDefault();
      act(view.posAtDOM(figure));
    });
    return button;
  }
  override get estimatedHeight(): number {
    const { shown } = this;
    return shown ? Math.min(320, shown.height / FINER) + 40 : 60;
  }
  override ignoreEvent(event: Event): boolean {
    // A click beside the buttons puts the caret at the picture.
    return event.target instanceof HTMLElement && event.target.closest('button') !== null;
  }
}

function made(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

function said(className: string, words: string): HTMLElement {
  const element = made('span', className);
  element.dir = 'auto';
  element.textContent = words;
  return element;
}

function warned(words: string): HTMLElement {
  return said('page-picture-warning', `▲ ${words}`);
}

/** Returns what the page shows in place of the mark-up of a picture; null for what is none. */
export function figureOf(state: EditorState, glyph: Glyph): Decoration | null {
  const mention = readMention(glyph.text);
  if (mention === null) return null;
  const shown = state.field(pictures, false)?.get(mention.name);
  return Decoration.replace({ widget: new Figure(mention, shown, state.facet(pictureTools)) });
}

/** A picture of the text: where it stands, and what is said of it. */
export interface PlacedPicture extends Mention {
  readonly from: number;
  readonly to: number;
}

/** Returns the picture at a place of the source, or right beside it; null when there is none. */
export function pictureAt(doc: Text, pos: number): PlacedPicture | null {
  const line = lineAt(doc, Math.min(pos, doc.length));
  for (const glyph of line.glyphs) {
    const [from, to] = [line.start + glyph.from, line.start + glyph.to];
    const mention = glyph.kind === 'picture' && from <= pos && pos <= to && readMention(glyph.text);
    if (mention) return { ...mention, from, to };
  }
  return null;
}

/** Puts a picture on a line of its own, below the paragraph of the caret or above when it stands at its beginning. */
export function putPicture(view: EditorView, mention: Mention): void {
  const { state } = view;
  const { doc } = state;
  const source = writeMention(mention);
  const { head } = state.selection.main;
  const caret = lineAt(doc, head);
  const line = room(doc, caret);
  const blank = (n: number) => n < 1 || n > doc.lines || doc.line(n).text.trim() === '';
  const above = line.at === caret.at && line.kind === 'text' && offsetOf(line, head) === 0;
  const [from, to] =
    line.kind === 'blank'
      ? [line.from, line.to]
      : above
        ? [line.from, line.from]
        : [line.to, line.to];
  const gap = (n: number) => (blank(n) ? '' : '\n');
  const before = line.kind === 'blank' || above ? gap(line.at - 1) : '\n\n';
  const after = above ? '\n\n' : gap(line.at + 1);
  view.dispatch({
    changes: { from, to, insert: before + source + after },
    selection: { anchor: from + before.length + source.length },
    scrollIntoView: true,
    userEvent: 'input.done',
  });
  view.focus();
}

/** Returns the line below which a picture goes: the last of a list, the last before the notes. */
function room(doc: Text, line: PlacedLine): PlacedLine {
  let at = line.at;
  if (line.kind === 'note') {
    while (at > 1 && ['note', 'blank'].includes(lineNumbered(doc, at).kind)) at--;
    return lineNumbered(doc, at);
  }
  if (!['bullet', 'ordered', 'table'].includes(line.kind)) return line;
  while (at < doc.lines && doc.line(at + 1).text.trim() !== '') at++;
  return lineNumbered(doc, at);
}

/** Writes other words for a picture. */
export function rewritePicture(view: EditorView, placed: PlacedPicture, mention: Mention): void {
  const { from, to } = placed;
  view.dispatch({
    changes: { from, to, insert: writeMention(mention) },
    userEvent: 'input.done',
  });
}

/** Takes a picture out of the text, with its line when nothing else stands there. */
export function takePictureOut(view: EditorView, { from, to }: PlacedPicture): void {
  const { doc } = view.state;
  const line = doc.lineAt(from);
  let [start, end] = [from, to];
  if (
    doc.sliceString(line.from, from).trim() === '' &&
    doc.sliceString(to, line.to).trim() === ''
  ) {
    [start, end] = [line.from, line.to];
    const next = (pos: number) => doc.sliceString(pos, pos + 1) === '\n';
    while (next(end)) end++;
    // At the end of the text the space before goes in its place.
    if (end === doc.length) while (start > 0 && next(start - 1)) start--;
  }
  view.dispatch({
    changes: { from: start, to: end, insert: end === doc.length && start > 0 ? '\n' : '' },
    selection: { anchor: start },
    userEvent: 'delete.done',
  });
  view.focus();
}
