/** The list of responses: what is shown, and in which order. */
import type { Priority, Response, ResponseKind, ResponseStatus } from '../../backend/backend';
import { folded } from '../draft/pieces';

/** What the list is narrowed to; empty words narrow nothing. */
export interface Filter {
  kind: ResponseKind | '';
  priority: Priority | '';
  topic: string;
  status: ResponseStatus | '';
  owner: string;
  norm: string;
  words: string;
}

/** Narrows nothing. */
export const everything: Filter = {
  kind: '',
  priority: '',
  topic: '',
  status: '',
  owner: '',
  norm: '',
  words: '',
};

/** Returns the responses that a filter lets through, in their own order. */
export function filtered(responses: Response[], filter: Filter): Response[] {
  const wanted = folded(filter.words).split(/\s+/u).filter(Boolean);
  return responses.filter((r) => {
    if (filter.kind !== '' && r.kind !== filter.kind) return false;
    if (filter.priority !== '' && r.priority !== filter.priority) return false;
    if (filter.topic !== '' && r.topic !== filter.topic) return false;
    if (filter.status !== '' && r.status !== filter.status) return false;
    if (filter.owner !== '' && r.owner !== filter.owner) return false;
    if (filter.norm !== '' && !r.norms.includes(filter.norm)) return false;
    const words = folded(
      [...r.targets.map((t) => t.label), r.proposal, r.rationale, r.topic, ...r.tags].join(' '),
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

/** Returns those who work on responses, each once, by name. */
export function ownersOf(responses: Response[]): string[] {
  return [...new Set(responses.map((r) => r.owner))]
    .filter((owner) => owner !== '')
    .sort((a, b) => a.localeCompare(b));
}

/** What the list may be parted by. */
export type GroupBy = '' | 'paragraph' | 'topic' | 'priority' | 'owner' | 'status' | 'norm' | 'tag';

/** Responses under one heading; an empty name is for those without a value. */
export interface Group {
  name: string;
  responses: Response[];
}

const ordered: Partial<Record<GroupBy, readonly string[]>> = {
  priority: ['high', 'medium', 'low'],
  status: ['open', 'ready', 'agreed', 'aside'],
};

/** Parts responses into groups; one with several norms or tags stands under each. */
export function grouped(
  responses: Response[],
  by: GroupBy,
  place: (response: Response) => string,
): Group[] {
  if (by === '') return [{ name: '', responses }];
  const names = (r: Response): readonly string[] => {
    if (by === 'paragraph') return [place(r)];
    const several = by === 'norm' ? r.norms : by === 'tag' ? r.tags : [r[by]];
    return several.length === 0 ? [''] : several;
  };
  const groups = new Map<string, Response[]>();
  for (const r of responses) {
    for (const name of names(r)) groups.set(name, [...(groups.get(name) ?? []), r]);
  }
  const found = [...groups].map(([name, inside]) => ({ name, responses: inside }));
  if (by === 'paragraph') return found;
  const order = ordered[by];
  return found.sort((a, b) => {
    if (order) return order.indexOf(a.name) - order.indexOf(b.name);
    if ((a.name === '') !== (b.name === '')) return a.name === '' ? 1 : -1;
    return a.name.localeCompare(b.name);
  });
}
