import { describe, expect, it } from 'vitest';
import type { CarryPlan, CarryRow, Comparison, ComparisonRow } from '../../backend/backend';
import { countedAs, elsewhere, layOut } from './rows';

const block = (id: string) => ({ id, kind: 'paragraph' as const, label: `${id}.`, text: id });

function row(relation: ComparisonRow['relation'], old: string[], now: string[]): ComparisonRow {
  return {
    relation,
    style_only: false,
    confidence: 1,
    reason: null,
    old: old.map(block),
    new: now.map(block),
    runs: [],
    moved: [],
  };
}

function response(id: string, draft: string, at: string, sure: boolean): CarryRow {
  const target = { draft, block: at, label: '', text: '' };
  return {
    response: id,
    outcome: sure ? 'carried' : 'proposed',
    sure,
    relation: 'same',
    confidence: 1,
    style_only: false,
    why: { code: 'whole_text' },
    from: [target],
    to: [],
    candidates: [],
    targets: [],
    runs: [],
    rebase: { kind: 'unneeded' },
  };
}

const comparison: Comparison = {
  old_draft: 'd1',
  new_draft: 'd2',
  sections: [
    {
      heading: 'A',
      path: ['A'],
      rows: [row('same', ['1'], ['1']), row('edited', ['2'], ['2']), row('same', ['3'], ['4'])],
    },
  ],
  totals: { same: 2, edited: 1 },
};

function plan(responses: CarryRow[]): CarryPlan {
  return {
    draft: 'd2',
    numbered_by: 'd1',
    responses,
    references: [],
    findings: [],
    totals: { all: responses.length, sure: 0, waiting: 0, settled: 0 },
  };
}

const all = { relations: new Set<never>(), hideSame: false, own: false };

describe('the rows of a revision', () => {
  it('have the responses beside them that answer their paragraphs', () => {
    const rows = layOut(comparison, plan([response('r1', 'd1', '2', true)]), all)[0]?.rows ?? [];
    expect(rows.map((r) => r.responses.map((x) => x.response))).toEqual([[], ['r1'], []]);
  });

  it('hide what is the same unless a decision waits beside it', () => {
    const waiting = plan([response('r1', 'd1', '3', false), response('r2', 'd1', '1', true)]);
    const section = layOut(comparison, waiting, { ...all, hideSame: true })[0];
    expect(section?.rows.map((r) => r.row.new[0]?.id)).toEqual(['2', '4']);
    expect(section?.hidden).toBe(1);
  });

  it('may be only those with a response of ours', () => {
    const section = layOut(comparison, plan([response('r1', 'd1', '2', true)]), {
      ...all,
      own: true,
    })[0];
    expect(section?.rows).toHaveLength(1);
  });

  it('tell edits in style from others', () => {
    expect(countedAs({ ...row('edited', ['2'], ['2']), style_only: true })).toBe('style');
  });

  it('never lose a response of another draft', () => {
    const far = elsewhere(comparison, plan([response('r1', 'd0', '9', false)]));
    expect(far.map((r) => r.response)).toEqual(['r1']);
  });
});
