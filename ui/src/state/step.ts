/** What the window knows of a step of the way; each feature that is a step exports one. */
import type { Component } from 'svelte';
import type { Workspace } from '../backend/backend';
import type { StepId } from './place.svelte';

/** How far a step is, in a sign and in words. */
export interface StepState {
  /** `none` nothing yet, `begun` something, `done` enough, `attention` the user is needed. */
  sign: 'none' | 'begun' | 'done' | 'attention';
  /** Beside the name in the rail; short: `7`, `3 to mend`, `1,204 of 2,000`. */
  words: string;
}

/** A step of the way. */
export interface Step {
  id: StepId;
  name: () => string;
  state: (workspace: Workspace) => StepState;
  /** The work, in the middle. */
  work: Component;
  /** The side panel below the deadline; none leaves the panel to the step's own words. */
  side?: Component;
  /** Name of the side panel, for a step that can show the pages in its place. */
  sideName?: () => string;
}
