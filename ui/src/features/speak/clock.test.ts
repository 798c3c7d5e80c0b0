import { describe, expect, it } from 'vitest';
import type { Speech } from '../../backend/backend';
import { clock, paragraphsOf, sentenceAt } from './clock';

const sentence = (paragraph: number, begins: number, takes: number) => ({
  text: 'We agree.',
  paragraph,
  section: 'Statement',
  words: 2,
  begins,
  takes,
});
const speech: Speech = {
  language: 'en',
  pace: 120,
  usual_pace: 120,
  limit: 180,
  limit_stated: false,
  takes: 2000,
  words: 4,
  over_from: null,
  sentences: [sentence(0, 0, 1000), sentence(0, 1000, 0), sentence(1, 1000, 1000)],
};

describe('a speech', () => {
  it('tells minutes and seconds', () => {
    expect([clock(0), clock(59_001), clock(125_000), clock(-5)]).toEqual([
      '0:00',
      '1:00',
      '2:05',
      '0:00',
    ]);
  });

  it('passes over what is not said', () => {
    expect([sentenceAt(speech, 500), sentenceAt(speech, 1500), sentenceAt(speech, 9999)]).toEqual([
      0, 2, 2,
    ]);
  });

  it('keeps paragraphs together', () => {
    expect(paragraphsOf(speech).map((p) => p.sentences.length)).toEqual([2, 1]);
  });
});
