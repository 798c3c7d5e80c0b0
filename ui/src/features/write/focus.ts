/** Brings a place of the body into view. */
import { EditorView } from '@codemirror/view';
import type { Place } from '../../backend/backend';
import { sectionsOf } from './text/sections';

/** Selects the words of a finding, or puts the caret under the heading of its section. */
export function bringIntoView(view: EditorView, place: Place): void {
  if (place.part !== 'body') return;
  const { doc } = view.state;
  let anchor: number | null = null;
  let head: number | null = null;
  if (place.start !== null) {
    anchor = Math.min(place.start, doc.length);
    head = Math.min(place.end ?? place.start, doc.length);
  } else if (place.section !== null) {
    const section = sectionsOf(doc, []).find((s) => s.heading === place.section);
    if (section) {
      // The first line below the heading, past the blank one.
      const below = /^\n*/.exec(doc.sliceString(section.headingEnd, section.to))?.[0].length ?? 0;
      anchor = head = Math.min(section.headingEnd + Math.min(below, 2), section.to);
    }
  }
  if (anchor === null || head === null) return;
  view.dispatch({
    selection: { anchor, head },
    effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
  });
  view.focus();
}
