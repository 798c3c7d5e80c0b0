import { describe, expect, it } from 'vitest';
import { emptyResponse } from '../../backend/empty';
import type { DraftCard, Response, UptakeView } from '../../backend/backend';
import { every, laterTexts, narrowed, rowsOf } from './rows';
import { reasonWords, statusWord } from './words';

function response(id: string, draft: string, more: Partial<Response> = {}): Response {
  const targets = [{ draft, block: 'b1', label: '1.', text: 'States recall.' }];
  return { ...emptyResponse, id, kind: 'modify', targets, ...more };
}

function card(id: string): DraftCard {
  return { id, name: id, title: '', revision: '', paragraphs: 1, unsure: 0, added: '' };
}

const proposal = {
  kind: 'modify' as const,
  paragraphs: ['1.'],
  old_text: '',
  asked: [],
  share: null,
  reason: { code: 'no_words' as const },
  explanation: '',
  evidence: [],
};

const view: UptakeView = {
  later: 'Rev.1',
  tallies: [],
  uptake: {
    draft: 'rev1',
    without_wording: [],
    totals: { not: 2, adopted: 1 },
    proposals: [
      { ...proposal, response: 'r1', status: 'adopted' },
      { ...proposal, response: 'r2', status: 'not' },
      { ...proposal, response: 'gone', status: 'not' },
    ],
  },
};

describe('the list of proposals', () => {
  const responses = [
    response('r1', 'zero', { priority: 'high', topic: 'norms' }),
    response('r2', 'zero'),
  ];
  const rows = rowsOf(view, responses);

  it('has a row for every proposal whose response is still there', () => {
    expect(rows.map((row) => row.response.id)).toEqual(['r1', 'r2']);
  });

  it('is narrowed by outcome, priority and topic', () => {
    const ids = (to: Partial<typeof every>) =>
      narrowed(rows, { ...every, ...to }).map((row) => row.response.id);
    expect(ids({})).toEqual(['r1', 'r2']);
    expect(ids({ status: 'not' })).toEqual(['r2']);
    expect(ids({ priority: 'high' })).toEqual(['r1']);
    expect(ids({ topic: 'norms', status: 'not' })).toEqual([]);
  });

  it('offers every draft after the first one that is answered', () => {
    const drafts = [card('old'), card('zero'), card('rev1'), card('rev2')];
    expect(laterTexts(drafts, responses).map((d) => d.id)).toEqual(['rev1', 'rev2']);
    const earlier = [{ draft: 'zero', block: 'b1', label: '1.', text: 'States recall.' }];
    const carried = [response('r1', 'rev1', { earlier })];
    expect(laterTexts(drafts, carried).map((d) => d.id)).toEqual(['rev1', 'rev2']);
  });
});

describe('the words of uptake', () => {
  it('count', () => {
    expect(reasonWords({ code: 'all_words', asked: 1 })).toContain('the word');
    expect(reasonWords({ code: 'all_words', asked: 7 })).toContain('all 7 words');
  });

  it('never say why the words stand there', () => {
    const said = [
      reasonWords({ code: 'word_for_word' }),
      reasonWords({ code: 'some_words', found: 1, asked: 2 }),
      statusWord('adopted'),
    ].join(' ');
    expect(said).not.toMatch(/because|thanks|owing|influenc/u);
  });
});
