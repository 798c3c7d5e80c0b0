import type { EditorView } from '@codemirror/view';
import { describe, expect, it, vi } from 'vitest';
import type { Edit, Finding } from '../../../backend/backend';
import { marksOf, type ShownFinding } from './findings';

function finding(start: number | null, end: number | null, part = 'body'): ShownFinding {
  const made: Finding = {
    code: 'R401',
    name: 'ise-spelling',
    severity: 'info',
    variant: 'spelling',
    params: {},
    message: '',
    hint: '',
    place: { part, section: null, paragraph: null, start, end },
    edits: start === null || end === null ? [] : [{ start: start + 2, end, text: 'ze' }],
  };
  return { finding: made, message: 'Wrong.', hint: 'Right it.', mend: 'Mend' };
}

const view = (length: number) => ({ state: { doc: { length } } }) as EditorView;

describe('findings under the words', () => {
  it('marks words of the body and nothing else', () => {
    const shown = [finding(2, 8), finding(null, null), finding(0, 4, 'response')];
    const marks = marksOf(shown, 20, () => undefined);
    expect(marks.map(({ from, to, severity }) => [from, to, severity])).toEqual([[2, 8, 'info']]);
  });

  it('marks nothing beyond the end of a text that has grown shorter', () => {
    expect(marksOf([finding(2, 8)], 7, () => undefined)).toEqual([]);
  });

  it('mends where the words are now', () => {
    const mend = vi.fn<(edits: readonly Edit[]) => void>();
    const [mark] = marksOf([finding(2, 8)], 20, mend);
    mark?.actions?.[0]?.apply(view(30), 12, 18);
    expect(mend).toHaveBeenCalledWith([{ start: 14, end: 18, text: 'ze' }]);
  });

  it('mends nothing when the words under the mark were changed', () => {
    const mend = vi.fn<(edits: readonly Edit[]) => void>();
    const [mark] = marksOf([finding(2, 8)], 20, mend);
    mark?.actions?.[0]?.apply(view(30), 12, 19);
    expect(mend).toHaveBeenCalledWith([]);
  });
});
