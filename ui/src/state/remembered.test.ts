// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { recall, remember } from './remembered';

describe('the place in a statement', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('is kept for each statement on its own', () => {
    remember('/a.rostrum', { step: 'read', at: 'b7' });
    remember('/b.rostrum', { step: 'write' });
    remember('/a.rostrum', { at: 'b9' });
    expect(recall('/a.rostrum')).toEqual({ step: 'read', at: 'b9' });
    expect(recall('/b.rostrum')).toEqual({ step: 'write' });
    expect(recall('/c.rostrum')).toEqual({});
  });

  it('of the oldest statements is forgotten', () => {
    for (let n = 0; n < 60; n += 1) remember(`/${String(n)}.rostrum`, { at: 'b1' });
    expect(recall('/0.rostrum')).toEqual({});
    expect(recall('/59.rostrum')).toEqual({ at: 'b1' });
  });

  it('is unknown when the storage holds something else', () => {
    localStorage.setItem('rostrum.places', '{"not": "places"');
    expect(recall('/a.rostrum')).toEqual({});
  });
});
