/** The proposals as they are listed: each beside its response, narrowed by outcome, priority and topic. */
import type {
  DraftCard,
  Priority,
  ProposalUptake,
  Response,
  UptakeStatus,
  UptakeView,
} from '../../backend/backend';

/** One proposal with its response. */
export interface Row {
  proposal: ProposalUptake;
  response: Response;
}

/** What the list is narrowed to; empty words narrow nothing. */
export interface Narrowed {
  status: UptakeStatus | '';
  priority: Priority | '';
  topic: string;
}

/** Narrows nothing. */
export const every: Narrowed = { status: '', priority: '', topic: '' };

/** Returns the proposals with their responses, in the order in which they were found. */
export function rowsOf(view: UptakeView, responses: Response[]): Row[] {
  const byId = new Map(responses.map((r) => [r.id, r]));
  return view.uptake.proposals.flatMap((proposal) => {
    const response = byId.get(proposal.response);
    return response ? [{ proposal, response }] : [];
  });
}

/** Returns the rows that are wanted. */
export function narrowed(rows: Row[], to: Narrowed): Row[] {
  return rows.filter(
    ({ proposal, response }) =>
      (to.status === '' || proposal.status === to.status) &&
      (to.priority === '' || response.priority === to.priority) &&
      (to.topic === '' || response.topic === to.topic),
  );
}

/** Returns the drafts that can be a later text: all but the first one that is answered. */
export function laterTexts(drafts: DraftCard[], responses: Response[]): DraftCard[] {
  const answered = new Set(
    responses.flatMap((r) => [...r.earlier, ...r.targets].map((target) => target.draft)),
  );
  const first = drafts.findIndex((draft) => answered.has(draft.id));
  return first < 0 ? drafts : drafts.slice(first + 1);
}
