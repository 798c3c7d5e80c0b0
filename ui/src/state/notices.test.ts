import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { notices } from './notices.svelte';

const long = 60_000;

describe('good news', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    notices.held = false;
    vi.advanceTimersByTime(long);
    vi.useRealTimers();
  });

  it('goes away by itself', () => {
    notices.say('Saved as a calendar.');
    vi.advanceTimersByTime(long);
    expect(notices.shown).toEqual([]);
  });

  it('stays while somebody is at it, and goes when they have left', () => {
    notices.say('The response is gone.', { label: 'Undo', run: () => undefined });
    notices.held = true;
    vi.advanceTimersByTime(long);
    expect(notices.shown.map((notice) => notice.text)).toEqual(['The response is gone.']);
    notices.held = false;
    vi.advanceTimersByTime(long);
    expect(notices.shown).toEqual([]);
  });
});
