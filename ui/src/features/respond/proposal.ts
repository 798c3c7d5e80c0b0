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
import type { Call, WordRuns } from '../../backend/backend';
import { pieces } from '../../shared/moved';
import { styleNonce } from '../../shared/nonce';
import { m } from '../../text/words';

/** The marks of a wording and how the call wants them shown. */
export interface Marks extends WordRuns {
  marking: Call['marking'];
}

class Struck extends WidgetType {
  constructor(
    readonly text: string,
    readonly moved = false,
  ) {
    super();
  }

  override eq(other: Struck): boolean {
    return other.text === this.text && other.moved === this.moved;
  }

  toDOM(): HTMLElement {
    const struck = document.createElement('del');
    struck.textContent = this.text;
    if (this.moved) struck.className = 'moved';
    return struck;
  }
}

/** A bracket that is part of the marking and not of the wording: "[add: ", "]", "[delete: …]". */
class Bracket extends WidgetType {
  constructor(readonly text: string) {
    super();
  }

  override eq(other: Bracket): boolean {
    return other.text === this.text;
  }

  toDOM(): HTMLElement {
    const bracket = document.createElement('span');
    bracket.className = 'bracket';
    bracket.textContent = this.text;
    return bracket;
  }
}

const inserted = Decoration.mark({ tagName: 'ins', inclusive: true });
const movedHere = Decoration.mark({ tagName: 'ins', class: 'moved', inclusive: true });

/** Shows new marks. */
export const setMarks = StateEffect.define<Marks>();

/** Returns what stands before and behind inserted words in brackets: "[add: " and "]". */
function around(): [string, string] {
  const [before = '', behind = ''] = m.bracket_add({ words: '\u0000' }).split('\u0000');
  return [before, behind];
}

/** Returns the decorations for marks over the new words; empty when they do not fit the text. */
export function decorations({ runs, moved, marking }: Marks, length: number): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  const widget = (made: WidgetType, at: number, side: number) => {
    ranges.push(Decoration.widget({ widget: made, side }).range(at));
  };
  let at = 0;
  for (const piece of pieces(runs, marking === 'brackets' ? [] : moved)) {
    const { change, text } = piece;
    if (change === 'deleted') {
      const core = text.trim();
      if (marking !== 'brackets' || core === '') widget(new Struck(text, piece.moved), at, -1);
      else widget(new Bracket(`${m.bracket_delete({ words: core })} `), at, -1);
      continue;
    }
    const end = at + text.length;
    if (change === 'inserted' && text.trim() === '') {
      if (marking !== 'brackets' && end > at) ranges.push(inserted.range(at, end));
    } else if (change === 'inserted' && marking === 'brackets') {
      const [before, behind] = around();
      widget(new Bracket(before), at + text.length - text.trimStart().length, -1);
      widget(new Bracket(behind), at + text.trimEnd().length, 1);
    } else if (change === 'inserted') {
      ranges.push((piece.moved ? movedHere : inserted).range(at, end));
    }
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
