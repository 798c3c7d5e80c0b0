/** The list of responses: what is shown, and in which order. */
import type { Priority, Response, ResponseKind } from '../../backend/backend';
import { folded } from '../draft/pieces';

/** What the list is narrowed to; empty words narrow nothing. */
export interface Filter {
  kind: ResponseKind | '';
  priority: Priority | '';
  topic: string;
  words: string;
}

/** Narrows nothing. */
export const everything: Filter = { kind: '', priority: '', topic: '', words: '' };

/** Returns the responses that a filter lets through, in their own order. */
export function filtered(responses: Response[], filter: Filter): Response[] {
  const wanted = folded(filter.words).split(/\s+/u).filter(Boolean);
  return responses.filter((r) => {
    if (filter.kind !== '' && r.kind !== filter.kind) return false;
    if (filter.priority !== '' && r.priority !== filter.priority) return false;
    if (filter.topic !== '' && r.topic !== filter.topic) return false;
    const words = folded(
      [...r.targets.map((t) => t.label), r.proposal, r.rationale, r.topic].join(' '),
    );
    return wanted.every((word) => words.includes(word));
  });
}

/** Returns the topics in use and those of the call, each once, by name. */
export function topicsOf(responses: Response[], call: string[]): string[] {
  return [...new Set([...call, ...responses.map((r) => r.topic)])]
    .filter((topic) => topic !== '')
    .sort((a, b) => a.localeCompare(b));
}
