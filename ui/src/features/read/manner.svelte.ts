/** How Read shows the draft: text, differences or page; its outline by heading or by topic; what is looked for everywhere. */
import type { FoundInDrafts } from '../../backend/backend';
import { backend } from '../../backend/current';
import { draft } from '../../state/draft.svelte';
import { workspace } from '../../state/workspace.svelte';

/** The ways in which Read shows a draft. */
export const modes = ['text', 'differences', 'original'] as const;
/** A way in which Read shows a draft. */
export type Mode = (typeof modes)[number];

/** Milliseconds after the last letter before all drafts are asked. */
const pause = 120;

class Manner {
  mode = $state<Mode>('text');
  outlineBy = $state<'heading' | 'topic'>('heading');
  /** Whether the side panel finds in all drafts. */
  everywhere = $state(false);
  /** What is looked for in all drafts. */
  words = $state('');
  whole = $state(false);
  /** What was found; null before the first answer. */
  found = $state.raw<FoundInDrafts | null>(null);
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Looks for words in all drafts of the open statement, a moment after the last letter. */
  lookEverywhere(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    const asked = this.#asked;
    const { words, whole } = this;
    if (words.trim() === '') {
      this.found = null;
      return;
    }
    this.#timer = setTimeout(() => {
      const { file } = workspace;
      void workspace
        .act(() => backend.drafts_find({ file, words, whole }))
        .then((found) => {
          // A slow answer must not replace that of later letters.
          if (found && asked === this.#asked) this.found = found;
        });
    }, pause);
  }

  /** Opens the panel that finds in all drafts, with what is looked for in this one. */
  openEverywhere(): void {
    if (draft.find.trim() !== '') this.words = draft.find;
    this.everywhere = true;
    this.lookEverywhere();
  }

  /** Goes to a place that was found, in whichever draft. */
  async goTo(id: string, block: string): Promise<void> {
    if (draft.view?.id !== id) await draft.show(id);
    if (draft.view?.id !== id) return;
    this.mode = 'text';
    draft.go(block);
  }
}

/** How Read shows the draft. */
export const manner = new Manner();
