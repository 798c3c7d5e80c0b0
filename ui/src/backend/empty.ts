/** Values of the wire with nothing in them yet. */
import type { Response } from './generated/wire';

/** A response that says nothing yet. */
export const emptyResponse: Response = {
  id: '',
  kind: 'general',
  targets: [],
  proposal: '',
  rationale: '',
  priority: 'medium',
  topic: '',
  sources: [],
  private: false,
  norms: [],
  tags: [],
  status: 'open',
  owner: '',
  alternative_to: '',
  earlier: [],
  carried: null,
  taken_up: null,
};
