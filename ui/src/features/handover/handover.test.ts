import { describe, expect, it } from 'vitest';
import type { Channel } from '../../backend/backend';
import { channelId } from './channels';
import { canTryAgain, fileSize, nextStates, placeOnWay } from './receipts';

const channel = (id: string): Channel => ({
  id,
  kind: 'folder',
  name: id,
  address: '/x',
  has_secret: false,
});

describe('a receipt', () => {
  it('goes along the way and never back', () => {
    expect(placeOnWay('handed_over')).toBe(1);
    expect(nextStates('handed_over')).toEqual(['acknowledged', 'published']);
    expect(nextStates('published')).toEqual([]);
  });
  it('may be tried again only when nothing is known to have arrived', () => {
    expect(['prepared', 'unknown', 'refused'].every((s) => canTryAgain(s as 'prepared'))).toBe(
      true,
    );
    expect(canTryAgain('handed_over')).toBe(false);
  });
});

describe('a new channel', () => {
  it('gets a plain id of its own', () => {
    expect(channelId('Secrétariat: dépôt', [])).toBe('secretariat-depot');
    expect(channelId('Folder', [channel('folder'), channel('folder-2')])).toBe('folder-3');
    expect(channelId('مجلد', [])).toBe('channel');
  });
});

describe('the size of a file', () => {
  it('is said in a unit that fits', () => {
    expect(fileSize(172, 'en')).toBe('172 byte');
    expect(fileSize(18_432, 'en')).toBe('18 kB');
    expect(fileSize(2_340_000, 'en')).toBe('2.3 MB');
  });
});
