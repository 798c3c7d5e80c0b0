/** Everything that can be done by a key or from the palette, in one place. */
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
  // Plain, because an effect that ends reads state as it was before: it would bring back what
  // others have taken away since, and lose what they have offered.
  readonly #sets = new Map<symbol, Command[]>();
  readonly #answers = new Set<Answers>();
  #changed = $state.raw({});

  /** Everything that can be done now. */
  get all(): Command[] {
    void this.#changed;
    return [...this.#sets.values()].flat();
  }

  /** Returns what can be done with these letters themselves, such as going to the paragraph they name. */
  answers(letters: string): Command[] {
    void this.#changed;
    return [...this.#answers].flatMap((answer) => answer(letters));
  }

  /** Offers answers to letters typed into the palette until the returned function is called. */
  offerAnswers(answers: Answers): () => void {
    this.#answers.add(answers);
    this.#changed = {};
    return () => {
      this.#answers.delete(answers);
      this.#changed = {};
    };
  }

  /** Offers commands until the returned function is called; use inside `$effect`. */
  offer(commands: Command[]): () => void {
    const key = Symbol('commands');
    this.#sets.set(key, commands);
    this.#changed = {};
    return () => {
      this.#sets.delete(key);
      this.#changed = {};
    };
  }
}

/** Everything that can be done. */
export const commands = new Commands();
