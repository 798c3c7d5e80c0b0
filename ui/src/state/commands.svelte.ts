/** Everything that can be done by a key or from the palette, in one place. */
import { untrack } from 'svelte';

/** One thing that can be done. */
export interface Command {
  /** Unique: `go.read`, `response.new`. */
  id: string;
  /** A verb and what it is done to. */
  name: string;
  /** Under which heading the palette lists it. */
  group: string;
  /** Such as `Mod+K`; `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
  shortcut?: string;
  run: () => void;
}

/** Gives what can be done with letters as they are typed into the palette. */
export type Answers = (letters: string) => Command[];

class Commands {
  #answers = $state.raw<ReadonlySet<Answers>>(new Set());
  #sets = $state.raw<ReadonlyMap<symbol, Command[]>>(new Map());

  /** Everything that can be done now. */
  get all(): Command[] {
    return [...this.#sets.values()].flat();
  }

  /** Returns what can be done with these letters themselves, such as going to the paragraph they name. */
  answers(letters: string): Command[] {
    return [...this.#answers].flatMap((answer) => answer(letters));
  }

  /** Offers answers to letters typed into the palette until the returned function is called. */
  offerAnswers(answers: Answers): () => void {
    untrack(() => {
      this.#answers = new Set(this.#answers).add(answers);
    });
    return () => {
      untrack(() => {
        const left = new Set(this.#answers);
        left.delete(answers);
        this.#answers = left;
      });
    };
  }

  /** Offers commands until the returned function is called; use inside `$effect`. */
  offer(commands: Command[]): () => void {
    const key = Symbol('commands');
    // Offering must not make the effect that offers depend on what others offer.
    untrack(() => {
      this.#sets = new Map(this.#sets).set(key, commands);
    });
    return () => {
      untrack(() => {
        const left = new Map(this.#sets);
        left.delete(key);
        this.#sets = left;
      });
    };
  }
}

/** Everything that can be done. */
export const commands = new Commands();
