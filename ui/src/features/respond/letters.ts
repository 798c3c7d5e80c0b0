/** The bare keys that begin a response. */
import type { ResponseKind } from '../../backend/backend';

/** The key for each kind of response. */
export const letters: Record<ResponseKind, string> = {
  modify: 'M',
  add: 'A',
  delete: 'D',
  move: 'V',
  keep: 'K',
  question: 'Q',
  general: 'R',
};
