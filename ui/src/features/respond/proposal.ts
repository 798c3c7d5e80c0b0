/** The editor of a proposal: the new words are its text; what they replace stands struck between them. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { StateEffect, StateField, type Extension, type Range } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  keymap,
  placeholder,
  WidgetType,
  type DecorationSet,
} from '@codemirror/view';
import type { WordRun } from '../../backend/backend';
import { styleNonce } from '../../shared/nonce';

class Struck extends WidgetType {
  constructor(readonly text: string) {
    super();
  }

  override eq(other: Struck): boolean {
    return other.text === this.text;
  }

  toDOM(): HTMLElement {
    const struck = document.createElement('del');
    struck.textContent = this.text;
    return struck;
  }
}

const inserted = Decoration.mark({ tagName: 'ins', inclusive: true });

/** Shows new marks. */
export const setMarks = StateEffect.define<WordRun[]>();

/** Returns the decorations for runs over the new words; empty when they do not fit the text. */
export function decorations(runs: WordRun[], length: number): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  let at = 0;
  for (const { change, text } of runs) {
    if (change === 'deleted') {
      ranges.push(Decoration.widget({ widget: new Struck(text), side: -1 }).range(at));
      continue;
    }
    const end = at + text.length;
    if (change === 'inserted' && end > at) ranges.push(inserted.range(at, end));
    at = end;
  }
  return at === length ? Decoration.set(ranges, true) : Decoration.none;
}

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    let now = shown.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) now = decorations(effect.value, transaction.newDoc.length);
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** What a proposal's editor is told. */
export interface ProposalOptions {
  label: string;
  hint: string;
  language: string;
  onchange: (text: string) => void;
  /** Called on Escape: steps back to the paragraph. */
  onleave: () => void;
}

/** Returns the extensions of a proposal's editor. */
export function proposalExtensions(options: ProposalOptions): Extension[] {
  return [
    EditorView.cspNonce.of(styleNonce()),
    history(),
    keymap.of([
      {
        key: 'Escape',
        run: () => {
          options.onleave();
          return true;
        },
      },
      ...historyKeymap,
      // Alt with an arrow goes to the next paragraph of the draft, not of the wording.
      ...defaultKeymap.filter(({ key }) => !(key?.startsWith('Alt-Arrow') ?? false)),
    ]),
    EditorView.lineWrapping,
    EditorView.perLineTextDirection.of(true),
    EditorView.contentAttributes.of({
      'aria-label': options.label,
      lang: options.language,
      spellcheck: 'true',
      dir: 'auto',
    }),
    placeholder(options.hint),
    marks,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onchange(update.state.doc.toString());
    }),
  ];
}
