/** What the window says in passing: what happened, what went wrong, and the way back. */
import { isFailure, type Failure } from '../backend/backend';
import { internalFailure, wordsFor } from '../errors/failure';
import type { Tone } from '../errors/codes';

/** One thing said. */
export interface Notice {
  id: number;
  tone: Tone;
  /** What happened. */
  text: string;
  /** What to do now; empty when there is nothing to do. */
  next: string;
  /** A way back or on, on a button. */
  action?: { label: string; run: () => void };
}

const goodNewsStays = 8_000;

class Notices {
  shown = $state<Notice[]>([]);
  /** Whether somebody is at them, with the pointer or the keys; none goes away then. */
  held = false;
  #made = 0;

  /** Says that something was done; goes away by itself. */
  say(text: string, action?: Notice['action']): void {
    const id = this.#show({ tone: 'done', text, next: '', ...(action ? { action } : {}) });
    const away = () => {
      if (this.held) setTimeout(away, goodNewsStays);
      else this.dismiss(id);
    };
    setTimeout(away, goodNewsStays);
  }

  /** Says that something did not work; stays until it is put away. */
  fail(thrown: unknown, action?: Notice['action']): Failure {
    const failure = isFailure(thrown) ? thrown : internalFailure(thrown);
    if (failure.code === 'cancelled') return failure;
    this.#show({ ...wordsFor(failure), ...(action ? { action } : {}) });
    return failure;
  }

  /** Puts a notice away. */
  dismiss(id: number): void {
    this.shown = this.shown.filter((notice) => notice.id !== id);
  }

  #show(notice: Omit<Notice, 'id'>): number {
    this.#made += 1;
    const id = this.#made;
    // The same words twice are one notice: a failing save must not pile up.
    this.shown = [...this.shown.filter((n) => n.text !== notice.text), { id, ...notice }].slice(-3);
    return id;
  }
}

/** What the window says in passing. */
export const notices = new Notices();
