import { describe, expect, it } from 'vitest';
import { sampleResponses } from '../../backend/sample/statement';
import { everything, filtered, topicsOf } from './filter';

const responses = sampleResponses();

describe('the list of responses', () => {
  it('shows everything until it is narrowed', () => {
    expect(filtered(responses, everything)).toEqual(responses);
  });

  it('is narrowed by kind, priority and topic together', () => {
    const shown = filtered(responses, {
      ...everything,
      kind: 'modify',
      priority: 'high',
      topic: 'institutional dialogue',
    });
    expect(shown.map((r) => r.id)).toEqual(['r3']);
  });

  it('finds words in the wording, the reason and the label', () => {
    expect(filtered(responses, { ...everything, words: 'ENCRYPTION' }).map((r) => r.id)).toEqual([
      'r1',
    ]);
    expect(
      filtered(responses, { ...everything, words: 'summary consult' }).map((r) => r.id),
    ).toEqual(['r3']);
    expect(filtered(responses, { ...everything, words: '19.' }).map((r) => r.id)).toEqual(['r4']);
  });
});

describe('topics', () => {
  it('are those of the call and those in use, each once', () => {
    expect(topicsOf(responses, ['norms', 'threats'])).toEqual([
      'capacity-building',
      'institutional dialogue',
      'norms',
      'threats',
    ]);
  });
});
