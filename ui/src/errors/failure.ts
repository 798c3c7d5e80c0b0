/** Turns failures of the desk into words and a next step; no raw error ever reaches the screen. */
import type { Failure } from '../backend/backend';
import { codes, type Tone } from './codes';

/** A failure in the words of the window. */
export interface FailureWords {
  tone: Tone;
  text: string;
  next: string;
}

/** Returns the words for a failure. */
export function wordsFor(failure: Failure): FailureWords {
  const { tone, text, next } = codes[failure.code];
  return { tone, text: text(failure.params), next: next(failure.params) };
}

/** Returns the failure for something that the desk did not say itself. */
export function internalFailure(thrown: unknown): Failure {
  return { code: 'internal', attempt: 'run the window', detail: String(thrown), params: {} };
}

/** Returns the last part of a path: the name a person knows the file by. */
export function fileName(path: string): string {
  return path.split(/[/\\]/u).at(-1) ?? path;
}
