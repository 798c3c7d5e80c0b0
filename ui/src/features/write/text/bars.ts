/** The quiet bar of words under each section heading. */
import { StateEffect, StateField, type EditorState } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { sectionsOf } from './sections';

/** Words of one section, in the words of the window. */
export interface SectionWords {
  readonly heading: string;
  readonly words: number;
  readonly limit: number | null;
  /** What the bar says: `312 of 400 words`. */
  readonly label: string;
}

/** Tells the page how many words each section has. */
export const setSectionWords = StateEffect.define<readonly SectionWords[]>();

class Bar extends WidgetType {
  constructor(readonly section: SectionWords) {
    super();
  }
  override eq(other: Bar): boolean {
    return other.section.label === this.section.label && other.section.limit === this.section.limit;
  }
  override toDOM(): HTMLElement {
    const { words, limit, label } = this.section;
    const bar = document.createElement('div');
    const over = limit !== null && words > limit;
    const near = limit !== null && !over && words >= limit * 0.9;
    bar.className = `page-words${over ? ' page-words-over' : near ? ' page-words-near' : ''}`;
    bar.contentEditable = 'false';
    if (limit !== null) {
      const meter = document.createElement('span');
      meter.className = 'page-words-meter';
      const fill = document.createElement('span');
      fill.className = 'page-words-fill';
      fill.style.setProperty(
        'inline-size',
        `${Math.min(100, (words / Math.max(1, limit)) * 100)}%`,
      );
      meter.append(fill);
      bar.append(meter);
    }
    const text = document.createElement('span');
    // The sign stands beside the colour, never the colour alone.
    text.textContent = over ? `■ ${label}` : near ? `▲ ${label}` : label;
    bar.append(text);
    return bar;
  }
  override get estimatedHeight(): number {
    return 24;
  }
}

interface Bars {
  readonly sections: readonly SectionWords[];
  readonly set: DecorationSet;
}

function draw(state: EditorState, sections: readonly SectionWords[]): DecorationSet {
  const seen = new Map<string, number>();
  const out = [];
  for (const section of sectionsOf(state.doc, [])) {
    const nth = seen.get(section.heading) ?? 0;
    seen.set(section.heading, nth + 1);
    const counted = sections.filter((s) => s.heading === section.heading)[nth];
    if (counted)
      out.push(
        Decoration.widget({ widget: new Bar(counted), block: true, side: 1 }).range(
          section.headingEnd,
        ),
      );
  }
  return Decoration.set(out);
}

/** Shows the bars; between two counts they keep their places. */
export const sectionBars = StateField.define<Bars>({
  create: () => ({ sections: [], set: Decoration.none }),
  update(value, tr) {
    for (const effect of tr.effects) {
      if (effect.is(setSectionWords))
        return { sections: effect.value, set: draw(tr.state, effect.value) };
    }
    return tr.docChanged ? { ...value, set: value.set.map(tr.changes) } : value;
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.set),
});
