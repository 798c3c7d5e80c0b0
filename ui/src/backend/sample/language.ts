/** Norms and phrases of the twin; invented but for the letters. */
import type { Norms, Phrase } from '../generated/wire';

const names = [
  'Cooperate for stability',
  'Weigh all information on incidents',
  'No misuse of one’s territory',
  'Cooperate against crime and terrorism',
  'Human rights and privacy',
  'No damage to critical infrastructure',
  'Protect one’s own critical infrastructure',
  'Answer requests for assistance',
  'Integrity of the supply chain',
  'Report vulnerabilities responsibly',
  'No harm to emergency response teams',
];

/** The norms. */
export const sampleNorms: Norms = {
  source: 'A/70/174, paragraph 13',
  endorsed: 'A/RES/70/237',
  norm: names.map((name, at) => ({
    letter: String.fromCharCode(97 + at),
    name,
    says: `${name}.`,
  })),
};

/** A small bank of phrases. */
export const samplePhrases: Phrase[] = [
  {
    id: 'sample-systematic',
    text: 'in a systematic, sustained and substantive manner',
    document: 'Report of the second cycle',
    paragraph: 'paragraph 4',
    topic: 'participation',
    own: false,
  },
  {
    id: 'sample-open',
    text: 'in an open and transparent manner',
    document: 'Report of the first cycle',
    paragraph: 'paragraph 10',
    topic: 'participation',
    own: false,
  },
];
