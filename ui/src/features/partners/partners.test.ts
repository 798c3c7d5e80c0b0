import { describe, expect, it } from 'vitest';
import type { SignatoryRow, Version } from '../../backend/backend';
import { emptyOrganisation, lapsed, named } from './organisations';
import { nextVersionName, shortHash } from './versions';

const version = (name: string): Version => ({ name, sha256: '', created: '', words: 0, text: '' });
const row = (organisation: string, state: SignatoryRow['state']): SignatoryRow => ({
  signatory: { ...emptyOrganisation(), id: organisation, organisation },
  state,
  endorsement: null,
  contact: '',
});

describe('versions', () => {
  it('proposes a name that is free', () => {
    expect(nextVersionName([])).toBe('v1');
    expect(nextVersionName([version('v2')])).toBe('v3');
    expect(nextVersionName([version('final')])).toBe('v2');
  });
  it('shortens a hash to what the eye can compare', () => {
    expect(shortHash('0123456789abcdef')).toBe('0123456789ab');
  });
});

describe('consents', () => {
  it('names those that no longer hold', () => {
    const rows = [row('A', 'holds'), row('B', 'text_changed'), row('C', 'text_changed')];
    expect(named(lapsed(rows), 'en')).toBe('B and C');
  });
});
