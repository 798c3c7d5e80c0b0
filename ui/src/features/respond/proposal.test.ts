import { describe, expect, it } from 'vitest';
import { wordRuns } from '../../backend/memory/words';
import { decorations, type Marks } from './proposal';

function shown(
  before: string,
  after: string,
  { marking = 'bold_underline', moved = [] }: Partial<Marks> = {},
): string[] {
  const set = decorations({ runs: wordRuns(before, after), moved, marking }, after.length);
  const out: string[] = [];
  set.between(0, after.length, (from, to, value) => {
    const spec = value.spec as {
      tagName?: string;
      class?: string;
      widget?: { text: string; moved?: boolean };
    };
    const how = spec.widget?.moved === undefined ? 'bracket' : 'struck';
    out.push(
      spec.widget
        ? `${String(from)} ${how} “${spec.widget.text}”${spec.widget.moved ? ' moved' : ''}`
        : `${String(from)}–${String(to)} ${spec.tagName ?? ''}${spec.class ? ` ${spec.class}` : ''}`,
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

  it('are brackets where the call wants brackets, also while one types', () => {
    expect(
      shown('States may consult them.', 'States shall consult them.', { marking: 'brackets' }),
    ).toEqual(['7 bracket “[delete: may] ”', '7 bracket “[add: ”', '12 bracket “]”']);
  });

  it('tell a phrase that moved from words that are new', () => {
    const moved = [
      {
        from: 0,
        from_bytes: [0, 15] as [number, number],
        to: 2,
        to_bytes: [0, 15] as [number, number],
      },
    ];
    const runs = [
      { change: 'deleted' as const, text: 'every two years' },
      { change: 'same' as const, text: ' States meet ' },
      { change: 'inserted' as const, text: 'every two years' },
    ];
    const set = decorations({ runs, moved, marking: 'bold_underline' }, 28);
    const classes: unknown[] = [];
    set.between(0, 28, (_from, _to, value) => {
      const spec = value.spec as { class?: string; widget?: { moved: boolean } };
      classes.push(spec.widget ? spec.widget.moved : spec.class);
    });
    expect(classes).toEqual([true, 'moved']);
  });

  it('are none for unchanged words', () => {
    expect(shown('States recall.', 'States recall.')).toEqual([]);
  });

  it('strike everything when everything is gone', () => {
    expect(shown('States recall.', '')).toEqual(['0 struck “States recall.”']);
  });

  it('are none when they do not fit the text, as while the desk is still answering', () => {
    const runs = [{ change: 'same' as const, text: 'States' }];
    expect(decorations({ runs, moved: [], marking: 'bold_underline' }, 3).size).toBe(0);
  });
});
