/** Findings under the words they speak of; they move with the text until the next ones come. */
import { forEachDiagnostic, linter, nextDiagnostic, setDiagnostics } from '@codemirror/lint';
import type { Diagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import type { Edit, Finding } from '../../../backend/backend';

/** One finding in the words of the window. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly message: string;
  readonly hint: string;
  /** Name of the button that mends it; none when only a person can. */
  readonly mend: string | null;
}

/** Returns those findings that stand at words of the body, as marks under them. */
export function marksOf(
  shown: readonly ShownFinding[],
  length: number,
  mend: (edits: readonly Edit[]) => void,
): Diagnostic[] {
  return shown.flatMap(({ finding, message, hint, mend: name }) => {
    const { part, start, end } = finding.place;
    if (part !== 'body' || start === null || end === null || end > length) return [];
    return [
      {
        from: start,
        to: end,
        severity: finding.severity,
        message: `${message} ${hint}`,
        markClass: `page-finding page-finding-${finding.severity}`,
        renderMessage: () => said(message, hint),
        actions:
          name === null
            ? []
            : [
                {
                  name,
                  apply: (view: EditorView, from: number, to: number) => {
                    mend(moved(view, finding, from, to));
                  },
                },
              ],
      },
    ];
  });
}

/** Moves the edits of a finding to where its words are now. */
function moved(view: EditorView, finding: Finding, from: number, to: number): Edit[] {
  const start = finding.place.start ?? from;
  const end = finding.place.end ?? to;
  // Words that were changed under the mark are no longer those the edit was made for.
  if (to - from !== end - start || to > view.state.doc.length) return [];
  return finding.edits.map((edit) => ({
    text: edit.text,
    start: edit.start - start + from,
    end: edit.end - start + from,
  }));
}

function said(message: string, hint: string): HTMLElement {
  const box = document.createElement('div');
  box.className = 'page-finding-said';
  for (const words of [message, hint]) {
    if (words === '') continue;
    const line = document.createElement('p');
    line.dir = 'auto';
    line.textContent = words;
    box.append(line);
  }
  return box;
}

/** Shows findings in place of those shown before. */
export function showFindings(view: EditorView, marks: readonly Diagnostic[]): void {
  let same = 0;
  let before = 0;
  forEachDiagnostic(view.state, (old, from, to) => {
    before += 1;
    const fits = (mark: Diagnostic) =>
      mark.from === from && mark.to === to && mark.message === old.message;
    if (marks.some(fits)) same += 1;
  });
  // Nothing is drawn anew when nothing is another: no flicker while somebody types.
  if (same === marks.length && before === marks.length) return;
  view.dispatch(setDiagnostics(view.state, marks));
}

/** What the page needs to show findings; F8 goes to the next one. */
export function findings(): Extension {
  return [linter(null), keymap.of([{ key: 'F8', run: nextDiagnostic }])];
}
