/** The steps of the way that the window has, in order; a step is added here and nowhere else. */
import { checkStep } from '../features/check/step';
import { followUpStep } from '../features/followup/step';
import { handOverStep } from '../features/handover/step';
import { partnersStep } from '../features/partners/step';
import { readStep } from '../features/read/step';
import { respondStep } from '../features/respond/step';
import { writeStep } from '../features/write/step';
import type { Step } from '../state/step';

/** The steps, in the order of the way. */
export const steps: Step[] = [
  readStep,
  respondStep,
  writeStep,
  checkStep,
  partnersStep,
  handOverStep,
  followUpStep,
];
