/** What of the twin's proposals stands in a later text: by label and words; the desk's own way is in rostrum-core. */
import type {
  Block,
  DraftView,
  Evidence,
  EvidenceMark,
  ProposalUptake,
  Response,
  Statement,
  Tally,
  Uptake,
  UptakeReason,
  UptakeStatus,
  UptakeView,
} from '../generated/wire';
import { wordRuns } from './words';

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function shown(block: Block, after: string, words: string[], mark: EvidenceMark): Evidence {
  const wanted = new Set(words.map(bare));
  const runs = wordRuns(after, block.text)
    .filter((run) => run.change !== 'deleted')
    .map((run) => ({
      text: run.text,
      mark:
        run.change === 'inserted' &&
        bare(run.text)
          .split(' ')
          .some((w) => wanted.has(w))
          ? mark
          : ('plain' as const),
    }));
  return {
    block: block.id,
    label: block.label ?? '',
    heading: block.heading_path.at(-1) ?? '',
    text: block.text,
    runs,
    sure: true,
  };
}

type Verdict = [UptakeStatus, number | null, UptakeReason];

function verdict(response: Response, before: string, block: Block | undefined): Verdict {
  if (response.kind === 'keep' || response.kind === 'delete') {
    const keep = response.kind === 'keep';
    if (!block) return [keep ? 'opposite' : 'adopted', keep ? 0 : 1, { code: 'paragraph_gone' }];
    if (block.text === before)
      return [keep ? 'adopted' : 'opposite', keep ? 1 : 0, { code: 'paragraph_stays' }];
    return ['partly', 0.6, { code: 'part_stays', kept: 60 }];
  }
  if (!block) return ['not', 0, { code: 'paragraph_gone' }];
  if (response.kind === 'move') return ['not', null, { code: 'same_place' }];
  const inserted = (from: string, to: string) =>
    wordRuns(from, to)
      .filter((run) => run.change === 'inserted')
      .flatMap((run) => bare(run.text).split(' '))
      .filter((word) => word.length > 3);
  const asked =
    response.kind === 'add' ? inserted('', response.proposal) : inserted(before, response.proposal);
  const fresh = new Set(inserted(before, block.text));
  const found = asked.filter((word) => fresh.has(word)).length;
  if (found === 0) return ['not', 0, { code: 'no_words' }];
  if (found === asked.length) return ['adopted', 1, { code: 'all_words', asked: found }];
  const share = Math.round((1000 * found) / asked.length) / 1000;
  return ['partly', share, { code: 'some_words', found, asked: asked.length }];
}

function proposal(response: Response, later: DraftView): ProposalUptake {
  const targets = response.targets;
  const before = targets.map((t) => t.text).join('\n');
  const block = later.draft.blocks.find((b) => b.label === targets[0]?.label);
  const [status, share, reason] = verdict(response, before, block);
  const keeps = response.kind === 'keep';
  const asked =
    response.kind === 'modify'
      ? wordRuns(before, response.proposal)
      : response.kind === 'add'
        ? [{ change: 'inserted', text: response.proposal }]
        : [{ change: response.kind === 'delete' ? 'deleted' : 'same', text: before }];
  const words = bare(keeps ? (block?.text ?? '') : response.proposal).split(' ');
  return {
    response: response.id,
    kind: response.kind,
    paragraphs: targets.map((t) => t.label),
    old_text: before,
    asked,
    status,
    share,
    reason,
    explanation: '',
    evidence: block ? [shown(block, before, words, keeps ? 'changed' : 'found')] : [],
  };
}

function tally(by: string, named: [string, UptakeStatus][]): Tally[] {
  const rows = new Map<string, Tally>();
  for (const [name, status] of named) {
    const row = rows.get(name) ?? { by, name, totals: {} };
    row.totals[status] = (row.totals[status] ?? 0) + 1;
    rows.set(name, row);
  }
  return [...rows.values()];
}

/** Returns what of a statement's proposals stands in a later text. */
export function uptakeOf(statement: Statement, later: DraftView): UptakeView {
  const uptake: Uptake = { draft: later.id, proposals: [], without_wording: [], totals: {} };
  for (const response of statement.responses) {
    const remark = response.kind === 'general' || response.kind === 'question';
    const same = response.targets[0]?.draft === later.id;
    if (response.private || remark || same) {
      const reason = response.private ? 'private' : remark ? 'remark' : 'same_text';
      uptake.without_wording.push({ response: response.id, reason });
      continue;
    }
    const found = proposal(response, later);
    uptake.proposals.push(found);
    uptake.totals[found.status] = (uptake.totals[found.status] ?? 0) + 1;
  }
  const of = (id: string) => statement.responses.find((r) => r.id === id);
  const pairs = (name: (r: Response) => string) =>
    uptake.proposals.map((p): [string, UptakeStatus] => {
      const response = of(p.response);
      return [response ? name(response) : '', p.status];
    });
  return {
    later: later.draft.revision ?? later.name,
    uptake,
    tallies: [
      ...tally(
        'priority',
        pairs((r) => r.priority),
      ),
      ...tally(
        'topic',
        pairs((r) => r.topic),
      ),
    ],
  };
}
