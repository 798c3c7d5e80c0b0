/** Why a person should look at a place, in words. */
import type { DoubtReason } from '../../backend/backend';
import { m } from '../../text/words';

const reasons: Record<DoubtReason, () => string> = {
  bounds: m.reason_bounds,
  continues: m.reason_continues,
  heading: m.reason_heading,
  letters: m.reason_letters,
};

/** Returns why a person should look at a place. */
export function reasonWords(reason: DoubtReason): string {
  return reasons[reason]();
}
