import { describe, expect, it } from 'vitest';
import { wordRuns } from '../../backend/memory/words';
import { decorations } from './proposal';

function shown(before: string, after: string): string[] {
  const set = decorations(wordRuns(before, after), after.length);
  const out: string[] = [];
  set.between(0, after.length, (from, to, value) => {
    const spec = value.spec as { tagName?: string; widget?: { text: string } };
    out.push(
      spec.widget
        ? `${String(from)} struck “${spec.widget.text}”`
        : `${String(from)}–${String(to)} ${spec.tagName ?? ''}`,
    );
  });
  return out;
}

describe('the marks of a proposal', () => {
  it('underline what is new and strike what is gone, where it stood', () => {
    expect(shown('States may consult them.', 'States shall consult them.')).toEqual([
      '7 struck “may ”',
      '7–13 ins',
    ]);
  });

  it('are none for unchanged words', () => {
    expect(shown('States recall.', 'States recall.')).toEqual([]);
  });

  it('strike everything when everything is gone', () => {
    expect(shown('States recall.', '')).toEqual(['0 struck “States recall.”']);
  });

  it('are none when they do not fit the text, as while the desk is still answering', () => {
    expect(decorations([{ change: 'same', text: 'States' }], 3).size).toBe(0);
  });
});
