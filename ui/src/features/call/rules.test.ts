import { describe, expect, it } from 'vitest';
import { sampleCalls } from '../../backend/sample/calls';
import { callRules } from './rules';

function lines(call: number, name: string): string[] {
  const found = sampleCalls[call];
  if (!found) throw new Error('no such call');
  return (callRules(found).find((r) => r.name === name)?.lines ?? []).map((l) => l.text);
}

describe('the rules of a call', () => {
  it('name every limit with whom and what it holds for', () => {
    expect(lines(0, 'Length')).toEqual(['at most 2,000 words', 'Summary: at most 150 words']);
    expect(lines(1, 'Length')).toEqual([
      'at most 2,000 words with general status',
      'at most 1,500 words',
    ]);
  });

  it('keep the secretariat’s own words of the deadline', () => {
    expect(lines(0, 'Deadline')[0]).toContain('“by 4 December 2026, close of business');
  });

  it('have no lines where nothing is stated, so that the window says so', () => {
    expect(lines(2, 'Length')).toEqual([]);
    expect(lines(2, 'Footnotes')).toEqual([]);
  });

  it('each carry their ground', () => {
    const call = sampleCalls[0];
    if (!call) throw new Error('no calls');
    const [rule] = callRules(call).filter((r) => r.name === 'Footnotes');
    expect(rule?.lines[0]?.ground).toEqual({ source: 'letter', year: 2026, certainty: 'official' });
  });
});
