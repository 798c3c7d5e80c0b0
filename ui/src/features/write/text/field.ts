/** Puts the page together: one shared text, its keys, its look, its undo. */
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder, type Command } from '@codemirror/view';
import { defaultKeymap } from '@codemirror/commands';
import { yCollab } from 'y-codemirror.next';
import * as Y from 'yjs';
import { sectionBars } from './bars';
import { addNote, indent, setBlock, toggle } from './commands';
import { nextFormat } from './edit';
import { findings } from './findings';
import { lineAt, offsetOf } from './lines';
import { readerKeys } from './moving';
import { page, type PageWords } from './page';
import { cleanClipboard, pasted } from './paste';
import { pictureTools, type PictureTools } from './pictures';
import { markupShown, wholeMarkup } from './typing';

/** What the page needs to know from outside. */
export interface PageOptions {
  readonly body: Y.Text;
  readonly undo: Y.UndoManager;
  /** Name of the text box for those who hear it. */
  readonly label: string;
  /** What an empty page says. */
  readonly empty: string;
  readonly words: PageWords;
  /** Language of the text as a BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Nonce that lets the page bring its style under a strict policy. */
  readonly nonce: string;
  readonly onUpdate: (view: EditorView) => void;
  readonly onLink: () => void;
  readonly onCite: () => void;
  readonly onLanguage: () => void;
  readonly onPicture: () => void;
  readonly pictures: PictureTools;
  /** Takes pictures from the clipboard. */
  readonly onPastedPictures: (pictures: readonly File[]) => void;
}

/** Makes what undoes a person's own changes and nobody else's. */
export function ownUndo(body: Y.Text): Y.UndoManager {
  return new Y.UndoManager(body, { trackedOrigins: new Set(), captureTimeout: 600 });
}

const done =
  (act: (view: EditorView) => unknown): Command =>
  (view) => {
    act(view);
    return true;
  };

/** Tab goes deeper only at the beginning of a list item, so that it is no trap. */
const atItemStart =
  (act: Command): Command =>
  (view) => {
    const { main } = view.state.selection;
    const line = lineAt(view.state.doc, main.head);
    const item = line.kind === 'bullet' || line.kind === 'ordered';
    return main.empty && item && offsetOf(line, main.head) === 0 && !view.state.facet(markupShown)
      ? act(view)
      : false;
  };

/** Returns everything the page is made of. */
export function pageExtensions(options: PageOptions): Extension {
  const { undo } = options;
  const keys = keymap.of([
    { key: 'Mod-b', run: done((view) => toggle(view, 'bold')) },
    { key: 'Mod-i', run: done((view) => toggle(view, 'italic')) },
    { key: 'Mod-Shift-k', run: done(options.onLink) },
    { key: 'Mod-Alt-f', run: done(addNote) },
    { key: 'Mod-Alt-c', run: done(options.onCite) },
    { key: 'Mod-Alt-l', run: done(options.onLanguage) },
    { key: 'Mod-Alt-p', run: done(options.onPicture) },
    { key: 'Mod-Alt-0', run: done((view) => setBlock(view, 'text')) },
    { key: 'Mod-Alt-1', run: done((view) => setBlock(view, 'heading1')) },
    { key: 'Mod-Alt-2', run: done((view) => setBlock(view, 'heading2')) },
    { key: 'Mod-Alt-3', run: done((view) => setBlock(view, 'heading3')) },
    { key: 'Mod-Shift-7', run: done((view) => setBlock(view, 'ordered')) },
    { key: 'Mod-Shift-8', run: done((view) => setBlock(view, 'bullet')) },
    { key: 'Mod-z', run: done(() => undo.undo()) },
    { key: 'Mod-y', run: done(() => undo.redo()) },
    { key: 'Mod-Shift-z', run: done(() => undo.redo()) },
    {
      key: 'Tab',
      run: atItemStart((view) => indent(view, true)),
      shift: atItemStart((view) => indent(view, false)),
    },
    ...readerKeys,
  ]);
  return [
    options.nonce === '' ? [] : EditorView.cspNonce.of(options.nonce),
    Prec.highest(keys),
    keymap.of(
      defaultKeymap.filter((binding) => binding.key !== 'Mod-i' && binding.key !== 'Mod-Alt-\\'),
    ),
    nextFormat,
    wholeMarkup,
    EditorView.domEventHandlers({
      paste: (event) => {
        const data = event.clipboardData;
        const found = [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));
        // A table or a text that brings a picture of itself is pasted as its words.
        if (!data || found.length === 0 || pasted(data).length > 0) return false;
        options.onPastedPictures(found);
        return true;
      },
    }),
    cleanClipboard,
    pictureTools.of(options.pictures),
    page(options.words),
    sectionBars,
    findings(),
    drawSelection(),
    EditorView.perLineTextDirection.of(true),
    EditorView.contentAttributes.of({
      'aria-label': options.label,
      'aria-multiline': 'true',
      lang: options.language,
      dir: options.direction,
      spellcheck: 'true',
      autocapitalize: 'sentences',
    }),
    placeholder(options.empty),
    yCollab(options.body, null, { undoManager: undo }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged || update.selectionSet || update.transactions.length > 0)
        options.onUpdate(update.view);
    }),
  ];
}

/** Makes the page inside an element. */
export function makePage(parent: HTMLElement, options: PageOptions): EditorView {
  const state = EditorState.create({
    doc: options.body.toString(),
    extensions: pageExtensions(options),
  });
  return new EditorView({ state, parent });
}
