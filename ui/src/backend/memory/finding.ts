/** Finding and reading in the twin: small stand-ins for what the desk tells of a draft. */
import type {
  Block,
  BlockReading,
  Direction,
  DraftReading,
  FoundInDrafts,
  SectionTally,
  Span,
  Term,
  ToldTopic,
} from '../generated/wire';
import type { OpenStatement } from './statement';

const bytes = new TextEncoder();
const size = (text: string) => bytes.encode(text).length;

const topicWords: [id: string, name: string, words: RegExp][] = [
  ['threats', 'Existing and potential threats', /threats?\b|disruptions of/iu],
  ['norms', 'Rules, norms and principles', /\bnorms\b/iu],
  ['international-law', 'International law', /international law/iu],
  ['confidence-building', 'Confidence-building measures', /points? of contact/iu],
  ['capacity-building', 'Capacity-building', /capacity-building|voluntary fund/iu],
  [
    'institutional-dialogue',
    'Regular institutional dialogue',
    /institutional dialogue|single track/iu,
  ],
];

const terms: Term[] = [
  {
    id: 'consensus',
    term: 'consensus',
    also: ['by consensus'],
    means: 'Adoption without a vote because no State objects. It does not mean that all agree.',
    source: '',
    of: 'texts',
    numbered: false,
  },
  {
    id: 'as-appropriate',
    term: 'as appropriate',
    also: ['where appropriate'],
    means: 'Leaves it to whoever acts whether and how to act.',
    source: '',
    of: 'texts',
    numbered: false,
  },
  {
    id: 'non-objection',
    term: 'non-objection basis',
    also: [],
    means: 'Organisations without consultative status may take part unless a State objects.',
    source: '',
    of: 'texts',
    numbered: false,
  },
  {
    id: 'consultative-status',
    term: 'consultative status',
    also: [],
    means: 'The standing that the Economic and Social Council gives to organisations.',
    source: 'Economic and Social Council resolution 1996/31',
    of: 'texts',
    numbered: false,
  },
  {
    id: 'rostrum-response',
    term: 'response',
    also: [],
    means: 'One comment on one or more paragraphs, with its reasons and its sources.',
    source: '',
    of: 'rostrum',
    numbered: false,
  },
];

/** Returns the words that can be explained. */
export function sampleTerms(): Term[] {
  return terms;
}

function told(block: Block): ToldTopic[] {
  if (block.kind === 'title') return [];
  const heading = [...block.heading_path, block.kind === 'heading' ? block.text : ''].at(-1) ?? '';
  return topicWords.flatMap(([topic, , words]): ToldTopic[] => {
    if (words.test(heading)) return [{ topic, by: 'heading', words: heading }];
    const own = words.exec(block.text);
    return own ? [{ topic, by: 'wording', words: own[0] }] : [];
  });
}

function rightToLeft(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const right = text.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu) ?? [];
  return right.length * 3 > letters.length;
}

function sections(blocks: Block[]): SectionTally[] {
  const none = { paragraphs: 0, words: 0, unsure: 0 };
  const tallies: SectionTally[] = [{ block: '', heading: '', level: 0, ...none }];
  let open = [0];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const level = Math.max(1, block.level);
      open = [...open.filter((at) => (tallies[at]?.level ?? 0) < level), tallies.length];
      tallies.push({ block: block.id, heading: block.text, level, ...none });
    }
    for (const at of open) {
      const tally = tallies[at];
      if (!tally) continue;
      if (block.kind === 'paragraph' && block.level === 0) tally.paragraphs += 1;
      if (block.kind !== 'title') tally.words += block.text.split(/\s+/u).filter(Boolean).length;
      if (block.confidence < 0.6) tally.unsure += 1;
    }
  }
  return tallies;
}

/** Tells sections, topics, terms and direction of a draft. */
export function readingOf(open: OpenStatement, id: string): DraftReading {
  const { draft } = open.draft(id);
  const all = draft.blocks.map(told);
  const paragraphs = draft.blocks
    .map((block, at) => ({ block, topics: all[at] ?? [] }))
    .filter(({ block }) => block.kind === 'paragraph' && block.level === 0);
  const direction: Direction = rightToLeft(draft.blocks.map((b) => b.text).join(' '))
    ? 'rtl'
    : 'ltr';
  const explained = draft.language?.startsWith('en') ?? true;
  let met = new Set<string>();
  const everMet = new Set<string>();
  const blocks = draft.blocks.map((block, at): BlockReading => {
    if (block.kind === 'heading') met = new Set();
    const places = (explained && block.kind !== 'heading' ? terms : [])
      .filter((term) => term.of === 'texts' && !met.has(term.id))
      .flatMap((term) => {
        const forms = [...term.also, term.term].join('|');
        const found = new RegExp(`\\b(?:${forms})\\b`, 'iu').exec(block.text);
        if (!found) return [];
        met.add(term.id);
        everMet.add(term.id);
        const start = size(block.text.slice(0, found.index));
        return [{ term: term.id, place: { start, end: start + size(found[0]) } }];
      })
      .sort((a, b) => a.place.start - b.place.start);
    return {
      block: block.id,
      direction: rightToLeft(block.text) ? 'rtl' : direction,
      topics: all[at] ?? [],
      terms: places,
      unsure: block.confidence < 0.6,
    };
  });
  return {
    language: draft.language,
    direction,
    blocks,
    sections: sections(draft.blocks),
    topics: topicWords
      .map(([topic, name]) => ({
        topic,
        name,
        paragraphs: paragraphs.filter((p) => p.topics.some((t) => t.topic === topic)).length,
      }))
      .filter(({ topic }) => all.flat().some((t) => t.topic === topic)),
    without_topic: paragraphs.filter((p) => p.topics.length === 0).length,
    terms: terms.filter((term) => everMet.has(term.id)),
    explained,
  };
}

function placesOf(text: string, words: string[], whole: boolean): Span[] | undefined {
  const places: Span[] = [];
  for (const word of words) {
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    const wanted = new RegExp(`(?<!\\p{L})${escaped}${whole ? '(?!\\p{L})' : ''}`, 'giu');
    const found = [...text.matchAll(wanted)];
    if (found.length === 0) return undefined;
    for (const hit of found) {
      const start = size(text.slice(0, hit.index));
      places.push({ start, end: start + size(hit[0]) });
    }
  }
  return places.sort((a, b) => a.start - b.start);
}

/** Finds words in every draft of a statement, the newest draft first. */
export function findInDrafts(open: OpenStatement, typed: string, whole: boolean): FoundInDrafts {
  const words = (typed.match(/"[^"]+"|[^\s"]+/gu) ?? []).map((word) => word.replaceAll('"', ''));
  if (words.length === 0) return { total: 0, drafts: [] };
  const drafts = open.drafts
    .map((kept) => {
      const hits = kept.draft.blocks.flatMap((block) =>
        [
          { note: null, words: block.text },
          ...block.footnotes.map((n) => ({ note: n.mark, words: n.text })),
        ].flatMap((text) => {
          const places = placesOf(text.words, words, whole);
          if (!places) return [];
          return [
            {
              block: block.id,
              label: (block.label ?? '').replace(/\.$/u, ''),
              heading: block.heading_path.at(-1) ?? '',
              note: text.note,
              snippet: text.words,
              places,
            },
          ];
        }),
      );
      return {
        draft: kept.id,
        name: kept.name,
        revision: [kept.draft.symbol, kept.draft.revision].filter(Boolean).join(' · '),
        total: hits.length,
        hits,
      };
    })
    .filter((draft) => draft.total > 0)
    .reverse();
  return { total: drafts.reduce((sum, draft) => sum + draft.total, 0), drafts };
}
