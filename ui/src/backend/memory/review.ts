/** What came back to the twin: a partner's file with a little of everything. */
import type {
  AnswerRequest,
  AnswerRow,
  DecideRequest,
  ReviewTaken,
  ReviewView,
  SuggestionRow,
  Workspace,
  Decided,
} from '../generated/wire';
import { refuse } from './failures';
import type { OpenStatement } from './statement';

const date = '2026-11-21T10:20:00Z';

/** Takes a sentence of the body for what a partner changed; without one, the beginning. */
function suggestionsFor(open: OpenStatement): SuggestionRow[] {
  const line = open.body.split('\n').find((l) => /^[\p{L}][^[\]*_]{30,}/u.test(l)) ?? '';
  const words = /\p{L}+/u.exec(line.slice(line.indexOf(' ') + 1))?.[0] ?? '';
  const at = words === '' ? 0 : open.body.indexOf(line) + line.indexOf(words, line.indexOf(' '));
  const [left, right] = [
    open.body.slice(Math.max(0, open.body.lastIndexOf('\n', at) + 1), at),
    open.body.slice(at + words.length, at + words.length + 40),
  ];
  const base: SuggestionRow = {
    id: 'suggestion-1',
    from: 'comments.docx',
    author: 'Partner one',
    date,
    tracked: true,
    kind: 'replace',
    place: { part: 'body', section: null, paragraph: null, start: null, end: null },
    before: words,
    after: 'firmly',
    left,
    right,
    edits: [{ field: { field: 'body' }, before: words, after: 'firmly', left, right, at, late: 0 }],
    by_hand: 'no',
    decision: 'open',
    hindrance: 'no',
    against: [],
    answers: [],
  };
  return [
    base,
    {
      ...base,
      id: 'suggestion-2',
      author: 'Partner two',
      tracked: false,
      kind: 'insert',
      before: '',
      after: ' in the table',
      edits: [],
      by_hand: 'table',
      hindrance: 'table',
    },
  ];
}

/** Makes a file of two busy partners: a change in each of many words. */
function manyFor(open: OpenStatement): SuggestionRow[] {
  const [base] = suggestionsFor(open);
  if (!base) return [];
  const found = open.body.matchAll(/(?<=\p{L} )\p{Ll}{2,}(?= \p{L})/gu);
  const words = [...found].slice(0, 60);
  return words.map((found, at) => {
    const [word] = found;
    const [left, right] = [
      open.body.slice(Math.max(0, found.index - 40), found.index),
      open.body.slice(found.index + word.length, found.index + word.length + 40),
    ];
    const after = `${word}, too,`;
    const field = { field: 'body' as const };
    const edit = { field, before: word, after, left, right };
    return {
      ...base,
      id: `many-${String(at)}`,
      author: at % 3 === 2 ? 'Partner two' : 'Partner one',
      before: word,
      after,
      left: left.slice(left.lastIndexOf('\n') + 1),
      right: right.split('\n')[0] ?? '',
      edits: [{ ...edit, at: found.index, late: 0 }],
    };
  });
}

/** What came back to the statements of the twin. */
export class Returned {
  readonly #views = new Map<string, ReviewView>();

  /** Shows what came back. */
  show(open: OpenStatement): ReviewView {
    const empty: ReviewView = { suggestions: [], comments: [], not_understood: [], authors: [] };
    return structuredClone(this.#views.get(open.file) ?? empty);
  }

  /** Takes in a file; the same one again brings nothing new. */
  take(open: OpenStatement, edited: string): ReviewTaken {
    const known = this.#views.get(open.file);
    if (!known) {
      const place = { part: 'body', section: null, paragraph: null, start: null, end: null };
      const from = 'comments.docx';
      this.#views.set(open.file, {
        suggestions: edited.includes('many') ? manyFor(open) : suggestionsFor(open),
        comments: [
          {
            id: 'comment-1',
            from,
            author: 'Partner one',
            date,
            place,
            words: 'the words it is about',
            text: 'Can we name the resolution here?',
            decision: 'open',
            answers: [],
          },
        ],
        not_understood: [
          {
            id: 'unread-1',
            from,
            author: 'Partner two',
            date,
            what: 'format',
            detail: 'bold, size',
            place,
            words: 'A heading that was made larger',
            decision: 'open',
          },
        ],
        authors: ['Partner one', 'Partner two'],
      });
    }
    const review = this.show(open);
    const ids = [...review.suggestions, ...review.comments, ...review.not_understood].map(
      (r) => r.id,
    );
    return { review, ids, new: known ? 0 : ids.length, known: true };
  }

  /** Decides; what has to be done by hand is left. */
  decide(open: OpenStatement, request: DecideRequest, show: () => Workspace): Decided {
    const view = this.show(open);
    const rows = [...view.suggestions, ...view.comments, ...view.not_understood];
    const [done, left]: [string[], string[]] = [[], []];
    for (const id of request.ids) {
      const row = rows.find((r) => r.id === id);
      if (!row) refuse('not_found', `decide about ${id}`, 'not known', { name: id });
      const suggestion = view.suggestions.find((s) => s.id === id);
      if (suggestion && request.decision === 'accepted') {
        const edit = suggestion.edits[0];
        const at = edit ? open.body.indexOf(edit.left + edit.before + edit.right) : -1;
        if (!edit || at < 0) {
          left.push(id);
          continue;
        }
        const start = at + edit.left.length;
        open.rewrite(start, start + edit.before.length, edit.after);
      }
      row.decision = request.decision;
      done.push(id);
    }
    this.#views.set(open.file, view);
    open.touch();
    return { review: this.show(open), workspace: show(), done, left };
  }

  /** Answers in the name of the organisation. */
  answer(open: OpenStatement, { to, text }: AnswerRequest): ReviewView {
    const view = this.show(open);
    const row = [...view.suggestions, ...view.comments].find((r) => r.id === to);
    if (!row) refuse('not_found', `answer ${to}`, 'not known', { name: to });
    const made: AnswerRow = {
      id: `answer-${String(row.answers.length + 1)}`,
      author: open.statement().organisation,
      date: new Date().toISOString(),
      text,
    };
    row.answers.push(made);
    this.#views.set(open.file, view);
    open.touch();
    return this.show(open);
  }
}
