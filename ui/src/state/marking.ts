/** How the open call wants proposed wording to be marked. */
import type { Call } from '../backend/backend';

/** Returns the call's marking; brackets where the call forbids emphasis, as in documents. */
export function markingOf(call: Call | undefined): Call['marking'] {
  if (!call) return 'bold_underline';
  return call.format.emphasis?.value === 'forbidden' ? 'brackets' : call.marking;
}
