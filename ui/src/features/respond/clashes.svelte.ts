/** What responses ask that cannot both be done, asked from the desk after each change. */
import type { Conflict } from '../../backend/backend';
import { backend } from '../../backend/current';
import { workspace } from '../../state/workspace.svelte';

class Clashes {
  /** The conflicts of the open statement. */
  all = $state.raw<Conflict[]>([]);
  #asked = 0;

  /** Asks anew; a slow answer never replaces a later one. */
  async follow(): Promise<void> {
    const asked = ++this.#asked;
    const { file } = workspace;
    if (file === '') return;
    try {
      const { conflicts } = await backend.conflicts({ file });
      if (asked === this.#asked) this.all = conflicts;
    } catch {
      // The check step says the same; a card without it loses nothing.
      if (asked === this.#asked) this.all = [];
    }
  }

  /** Returns the conflicts of one response. */
  of(id: string): Conflict[] {
    return id === '' ? [] : this.all.filter((c) => c.first === id || c.second === id);
  }
}

/** What stands against what. */
export const clashes = new Clashes();
