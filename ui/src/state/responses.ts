/** Responses as the window lists them: by paragraph, and in words. */
import type { Priority, Response, ResponseKind, ResponseStatus } from '../backend/backend';
import { m } from '../text/words';

/** The kinds of response, in the order in which a person meets them. */
export const kinds: readonly ResponseKind[] = [
  'modify',
  'add',
  'delete',
  'move',
  'keep',
  'question',
  'general',
];

/** The priorities, the highest first. */
export const priorities: readonly Priority[] = ['high', 'medium', 'low'];

/** The statuses, in the order in which a response goes through them. */
export const statuses: readonly ResponseStatus[] = ['open', 'ready', 'agreed', 'aside'];

const kindWords: Record<ResponseKind, () => string> = {
  general: m.kind_general,
  keep: m.kind_keep,
  modify: m.kind_modify,
  add: m.kind_add,
  delete: m.kind_delete,
  move: m.kind_move,
  question: m.kind_question,
};

const priorityWords: Record<Priority, () => string> = {
  high: m.priority_high,
  medium: m.priority_medium,
  low: m.priority_low,
};

const statusWords: Record<ResponseStatus, () => string> = {
  open: m.status_open,
  ready: m.status_ready,
  agreed: m.status_agreed,
  aside: m.status_aside,
};

/** Returns a status in words. */
export function statusWord(status: ResponseStatus): string {
  return statusWords[status]();
}

/** Returns which choice a response is among alternatives: `first`, `second` or none. */
export function choiceOf(response: Response, all: Response[]): 'first' | 'second' | '' {
  if (response.alternative_to !== '') {
    return all.some((r) => r.id === response.alternative_to) ? 'second' : '';
  }
  return all.some((r) => r.alternative_to === response.id) ? 'first' : '';
}

/** Returns responses with each second choice right after its first one. */
export function withChoices(responses: Response[]): Response[] {
  const ids = new Set(responses.map((r) => r.id));
  const seconds = (id: string) => responses.filter((r) => r.alternative_to === id && r.id !== id);
  return responses
    .filter((r) => !ids.has(r.alternative_to))
    .flatMap((first) => [first, ...seconds(first.id)]);
}

/** Returns a kind of response in a word. */
export function kindWord(kind: ResponseKind): string {
  return kindWords[kind]();
}

/** Returns a priority in a word. */
export function priorityWord(priority: Priority): string {
  return priorityWords[priority]();
}

/** Returns the responses to each block of a draft, by the block's id. */
export function byBlock(responses: Response[], draftId: string): Map<string, Response[]> {
  const found = new Map<string, Response[]>();
  for (const response of responses) {
    for (const target of response.targets) {
      if (target.draft !== draftId) continue;
      found.set(target.block, [...(found.get(target.block) ?? []), response]);
    }
  }
  return found;
}
