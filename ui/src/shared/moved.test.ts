import { describe, expect, it } from 'vitest';
import { pieces } from './moved';

describe('a phrase that moved', () => {
  it('is a piece of its own where it stood and where it stands', () => {
    const runs = [
      { change: 'deleted' as const, text: 'as appropriate, ' },
      { change: 'same' as const, text: 'States act' },
      { change: 'inserted' as const, text: ' soon, as appropriate' },
    ];
    const moved = [
      {
        from: 0,
        from_bytes: [0, 14] as [number, number],
        to: 2,
        to_bytes: [7, 21] as [number, number],
      },
    ];
    expect(pieces(runs, moved)).toEqual([
      { change: 'deleted', text: 'as appropriate', moved: true },
      { change: 'deleted', text: ', ', moved: false },
      { change: 'same', text: 'States act', moved: false },
      { change: 'inserted', text: ' soon, ', moved: false },
      { change: 'inserted', text: 'as appropriate', moved: true },
    ]);
  });

  it('is counted in bytes, whatever the script', () => {
    const runs = [{ change: 'inserted' as const, text: '« État 国 👍 fin' }];
    // « and É are two bytes each, 国 three, the thumb four.
    const bytes = new TextEncoder().encode('« État 国 👍').length;
    const moved = [
      {
        from: 9,
        from_bytes: [0, 0] as [number, number],
        to: 0,
        to_bytes: [0, bytes] as [number, number],
      },
    ];
    expect(pieces(runs, moved).map((p) => p.text)).toEqual(['« État 国 👍', ' fin']);
  });

  it('leaves other runs whole, the empty one too', () => {
    const runs = [{ change: 'same' as const, text: '' }];
    expect(pieces(runs, [])).toEqual([{ change: 'same', text: '', moved: false }]);
  });
});
