import { describe, expect, it } from 'vitest';
import { findCommands, fit } from './find';

const command = (id: string, name: string, group = 'Statement') => ({
  id,
  name,
  group,
  run: () => undefined,
});

describe('the palette', () => {
  const commands = [
    command('go.read', 'Go to Read', 'The way'),
    command('go.write', 'Go to Write', 'The way'),
    command('open', 'Open a statement…'),
  ];

  it('lists everything by group before anything is typed', () => {
    expect(findCommands(commands, '').map(([group, found]) => [group, found.length])).toEqual([
      ['The way', 2],
      ['Statement', 1],
    ]);
  });

  it('finds by letters in any order', () => {
    expect(findCommands(commands, 'write go')[0]?.[1].map((c) => c.id)).toEqual(['go.write']);
  });

  it('prefers the beginnings of words', () => {
    expect(fit('Read the draft', 'read')).toBeGreaterThan(fit('Spread out', 'read'));
    expect(fit('Write', 'xyz')).toBe(0);
  });
});
