import { describe, expect, it } from 'vitest';
import type { CallCard } from '../../backend/backend';
import { awaitsNext, findCalls, firstRules, sortCalls } from './calls';
import { suggestedName } from './names';

const now = Date.parse('2026-11-22T14:00:00Z');

function card(id: string, status: CallCard['status'], instant?: string): CallCard {
  return {
    id,
    name: id,
    body: 'Working Group',
    status,
    kind: 'comment_on_draft',
    summary: '',
    limit: null,
    numbered_paragraphs: null,
    footnotes: null,
    files: [],
    own: false,
    skeleton: '',
    deadline:
      instant === undefined
        ? null
        : {
            what: 'statement',
            instant,
            zone: 'UTC',
            wording: '',
            assumed: null,
            source: '',
            year: 2026,
            certainty: 'official',
          },
  };
}

describe('calls', () => {
  const calls = [
    card('ended', 'historic'),
    card('any time', 'rolling'),
    card('later', 'open', '2027-01-01T00:00:00Z'),
    card('soon', 'open', '2026-11-25T00:00:00Z'),
    card('just missed', 'open', '2026-11-22T13:00:00Z'),
  ];

  it('stand by deadline, those without one after them', () => {
    expect(sortCalls(calls, now).open.map((c) => c.id)).toEqual(['soon', 'later', 'any time']);
  });

  it('stand behind the others when only a deadline of an earlier year is known', () => {
    const yearly = card('a yearly one', 'unknown', '2024-11-29T22:00:00Z');
    const open = sortCalls([yearly, ...calls], now).open;
    expect(open.map((c) => c.id)).toEqual(['soon', 'later', 'a yearly one', 'any time']);
    expect(open.map((c) => awaitsNext(c, now))).toEqual([false, false, true, false]);
  });

  it('move down when their deadline passes, whatever their file says', () => {
    expect(sortCalls(calls, now).earlier.map((c) => c.id)).toEqual(['ended', 'just missed']);
  });

  it('are found by letters of name and body', () => {
    expect(findCalls(calls, 'work soo').map((c) => c.id)).toEqual(['soon']);
    expect(findCalls(calls, ' ')).toHaveLength(5);
  });

  it('say only the rules that are stated', () => {
    expect(firstRules(card('x', 'open'))).toEqual([]);
    expect(firstRules({ ...card('x', 'open'), limit: 2000, files: ['docx'] })).toEqual([
      'at most 2,000 words',
      'DOCX',
    ]);
  });
});

describe('a file name', () => {
  it('holds nothing that a disk refuses', () => {
    expect(suggestedName('A/B: “C”?', 'Zero draft | comments')).toBe(
      'A B “C” - Zero draft comments.rostrum',
    );
    expect(suggestedName('', '')).toBe('statement.rostrum');
  });
});
