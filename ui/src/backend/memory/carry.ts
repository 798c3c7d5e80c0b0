/** What becomes of responses in the twin: by the rows of its comparison; the desk's own way is in rostrum-core. */
import type {
  CarryDecision,
  CarryPlan,
  CarryRow,
  Draft,
  Rebase,
  Response,
  Statement,
  Target,
} from '../generated/wire';
import { referencesFor } from './references';
import { compareDrafts } from './revisions';
import { refuse } from './failures';
import { wordRuns } from './words';

interface Known {
  id: string;
  draft: Draft;
}

const plain: Pick<CarryRow, 'style_only' | 'candidates' | 'targets' | 'runs' | 'rebase'> = {
  style_only: false,
  candidates: [],
  targets: [],
  runs: [],
  rebase: { kind: 'unneeded' },
};

const settled = (response: Response, why: CarryRow['why']): CarryRow => ({
  ...plain,
  response: response.id,
  outcome: 'already_there',
  sure: false,
  relation: 'same',
  confidence: 1,
  why,
  from: response.targets,
  to: response.targets,
});

/** Three-way in the twin: exact when the new text only went on after the old one. */
function rebased(old: string, proposal: string, now: string): Rebase {
  if (proposal === '' || old === now) return { kind: 'unneeded' };
  if (proposal === now) return { kind: 'adopted' };
  const start = old.replace(/\.$/u, '');
  if (now.startsWith(start) && proposal.endsWith('.')) {
    return { kind: 'exact', text: proposal.replace(/\.$/u, '') + now.slice(start.length) };
  }
  const part = { side: 'conflict' as const, old, ours: proposal, theirs: now };
  return { kind: 'three_way', text: proposal, parts: [part], conflicts: 1 };
}

function row(response: Response, drafts: Known[], later: Known): CarryRow {
  const { targets, carried } = response;
  if (targets.length === 0) return settled(response, { code: 'whole_text' });
  if (targets.every((t) => t.draft === later.id))
    return settled(response, { code: 'in_this_draft' });
  if (carried?.reason === later.id) {
    return settled(response, { code: carried.relation === 'stays' ? 'stays' : 'kept_aside' });
  }
  if (response.status === 'aside') return settled(response, { code: 'still_gone' });
  const old = drafts.find((d) => d.id === targets[0]?.draft);
  const base = { ...plain, response: response.id, from: targets };
  if (!old) {
    return {
      ...base,
      outcome: 'choose',
      sure: false,
      relation: 'unsure',
      confidence: 0,
      why: { code: 'draft_missing' },
      to: [],
    };
  }
  const rows = compareDrafts(old, later).sections.flatMap((s) => s.rows);
  const found = rows.filter((r) => r.old.some((b) => targets.some((t) => t.block === b.id)));
  const to: Target[] = found
    .flatMap((r) => r.new)
    .map((b) => ({ draft: later.id, block: b.id, label: b.label, text: b.text }));
  const first = found[0];
  const direct = { kind: 'direct' as const };
  const relation = first?.relation === 'new' ? 'unsure' : (first?.relation ?? 'gone');
  const reason = first?.reason ?? { code: 'nothing_like_it' as const };
  if (to.length === 0) {
    return {
      ...base,
      outcome: 'aside',
      sure: false,
      relation: 'gone',
      confidence: 0.9,
      why: { code: 'paragraph', reason, way: direct },
      to: [],
    };
  }
  const elsewhere = relation === 'moved' || relation === 'split' || relation === 'merged';
  const before = targets.map((t) => t.text).join('\n');
  const now = to.map((t) => t.text).join('\n');
  const rebase: Rebase =
    response.kind === 'modify' ? rebased(before, response.proposal, now) : { kind: 'unneeded' };
  return {
    ...base,
    outcome: relation === 'same' ? 'carried' : elsewhere ? 'proposed' : 'changed',
    sure: !elsewhere && (rebase.kind === 'unneeded' || rebase.kind === 'exact'),
    relation,
    confidence: 0.9,
    style_only: first?.style_only ?? false,
    why:
      rebase.kind === 'three_way'
        ? { code: 'both_changed', places: rebase.conflicts }
        : rebase.kind === 'adopted'
          ? { code: 'already_said' }
          : { code: 'paragraph', reason, way: direct },
    to,
    runs: before === now ? [] : wordRuns(before, now),
    rebase,
  };
}

/** Returns what would become of the responses of a statement, and of the numbers in it, in a draft. */
export function planFor(statement: Statement, drafts: Known[], later: Known): CarryPlan {
  const { responses } = statement;
  const rows = responses.map((response) => row(response, drafts, later));
  const there = rows.filter((r) => r.outcome === 'already_there').length;
  const sure = rows.filter((r) => r.sure).length;
  return {
    draft: later.id,
    ...referencesFor(statement, drafts, later),
    responses: rows,
    findings: [],
    totals: { all: rows.length, sure, waiting: rows.length - there - sure, settled: there },
  };
}

/** Returns a response as a decision makes it. */
export function decided(
  response: Response,
  plan: CarryPlan,
  { act, proposal, kind, seen }: CarryDecision,
  later: Known,
): Response {
  const blocksOf = (ids: string[]): Target[] =>
    later.draft.blocks
      .filter((b) => ids.includes(b.id))
      .map((b) => ({ draft: later.id, block: b.id, label: b.label ?? '', text: b.text }));
  const planned = plan.responses.find((r) => r.response === response.id);
  if (!planned) return response;
  if (act.kind === 'stay') {
    const carried = { relation: 'stays', reason: plan.draft, proposal: response.proposal };
    return { ...response, carried };
  }
  if (act.kind === 'aside' || planned.outcome === 'aside') {
    const carried = { relation: 'aside', reason: plan.draft, proposal: response.proposal };
    return { ...response, status: 'aside', carried };
  }
  if (act.kind === 'place') {
    const to = blocksOf(act.blocks);
    if (to.length === 0) {
      refuse('value_refused', 'carry a response', 'the new draft has no such paragraph', {
        field: 'decision',
      });
    }
    return {
      ...response,
      proposal: proposal ?? response.proposal,
      status: response.status === 'aside' ? 'open' : response.status,
      earlier: [...response.earlier, ...response.targets],
      targets: to,
      carried: null,
    };
  }
  const chosen = act.kind === 'choose' ? planned.candidates[act.candidate] : undefined;
  const rebase = chosen?.rebase ?? planned.rebase;
  const marked = !seen && planned.outcome !== 'carried';
  return {
    ...response,
    kind: kind ?? response.kind,
    proposal: proposal ?? (rebase.kind === 'exact' ? rebase.text : response.proposal),
    earlier: [...response.earlier, ...response.targets],
    targets: chosen?.to ?? planned.to,
    carried: marked
      ? { relation: planned.relation, reason: planned.why.code, proposal: response.proposal }
      : null,
  };
}
