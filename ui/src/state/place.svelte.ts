/** Where the user is: the step of the way, and what to bring into view there. */
import type { Place } from '../backend/backend';

/** The steps of the way, in order. */
export const stepIds = [
  'read',
  'respond',
  'write',
  'check',
  'partners',
  'hand_over',
  'follow_up',
] as const;

/** One step of the way. */
export type StepId = (typeof stepIds)[number];

class Where {
  /** The step that is shown. */
  step = $state<StepId>('read');
  /** What the step should bring into view; the step clears it when it has. */
  focus = $state.raw<Place | null>(null);
  /** The step one left for this one and may want to go back to. */
  left = $state<StepId | null>(null);

  /** Goes to a step, and to a place in it. */
  go(step: StepId, focus: Place | null = null): void {
    this.step = step;
    this.focus = focus;
    this.left = null;
  }

  /** Goes to a step and offers the way back to this one. */
  leave(step: StepId, focus: Place | null = null): void {
    const { step: left } = this;
    this.go(step, focus);
    this.left = left;
  }

  /** Goes back to the step one left. */
  back(): void {
    if (this.left) this.go(this.left);
  }

  /** Returns the place to bring into view, once. */
  takeFocus(): Place | null {
    const { focus } = this;
    this.focus = null;
    return focus;
  }
}

/** Where the user is. */
export const where = new Where();

/** Tells whether a word names a step. */
export function isStep(word: string): word is StepId {
  return (stepIds as readonly string[]).includes(word);
}
