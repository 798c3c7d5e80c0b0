/** Several paragraphs chosen at once, with the mouse, the keys or by typing a range. */
import type { Target } from '../../backend/backend';
import { backend } from '../../backend/current';
import { emptyResponse } from '../../backend/empty';
import { draft } from '../../state/draft.svelte';
import { notices } from '../../state/notices.svelte';
import { workspace } from '../../state/workspace.svelte';
import { number } from '../../text/time';
import { m } from '../../text/words';
import { editing, targetFor } from './editing.svelte';

class Picked {
  /** Ids of the chosen blocks of the draft that is shown. */
  ids = $state.raw<ReadonlySet<string>>(new Set());
  /** Set to give the keys to the field in which a range is typed. */
  asked = $state(false);
  #anchor = '';

  /** How many are chosen. */
  get count(): number {
    return this.ids.size;
  }

  /** Chooses a block, or lets it go. */
  toggle(id: string): void {
    const ids = new Set(this.ids);
    if (!ids.delete(id)) ids.add(id);
    this.#anchor = id;
    this.ids = ids;
  }

  /** Chooses every paragraph between the last one that was chosen, or where one was, and a block. */
  extend(id: string, from: string): void {
    const { blocks } = draft;
    const at = (wanted: string) => blocks.findIndex((b) => b.id === wanted);
    const anchor = this.ids.size > 0 && this.#anchor !== '' ? this.#anchor : from;
    const [start, end] = [at(anchor), at(id)].sort((a, b) => a - b);
    if (start === undefined || end === undefined || start < 0) {
      this.toggle(id);
      return;
    }
    this.#anchor = anchor;
    this.ids = new Set(
      blocks
        .slice(start, end + 1)
        .filter((b) => b.kind === 'paragraph')
        .map((b) => b.id),
    );
  }

  /** Chooses what a person typed; false when it cannot be told, which has then been shown. */
  async choose(words: string): Promise<boolean> {
    const request = { file: workspace.file, draft: draft.view?.id ?? '', words };
    const found = await workspace.act(() => backend.targets_find(request));
    if (!found) return false;
    const all = draft.blocks.filter((b) => b.kind === 'paragraph').map((b) => b.id);
    const ids = found.targets.length === 0 ? all : found.targets.map((t) => t.block);
    this.ids = new Set(ids);
    this.#anchor = ids[0] ?? '';
    if (ids[0] !== undefined) draft.go(ids[0]);
    return true;
  }

  /** Lets everything go. */
  clear(): void {
    this.ids = new Set();
    this.#anchor = '';
  }

  /** Returns what is chosen as targets, in the order of the draft. */
  targets(): Target[] {
    return draft.blocks.filter((b) => this.ids.has(b.id)).map(targetFor);
  }

  /** Asks that each chosen paragraph stays as it is, in one act. */
  async keepEach(): Promise<void> {
    const targets = this.targets();
    const responses = targets.map((target) => ({
      ...structuredClone(emptyResponse),
      kind: 'keep' as const,
      targets: [target],
    }));
    if (!(await workspace.change((file) => backend.responses_save({ file, responses })))) return;
    this.clear();
    notices.say(m.pick_kept({ count: targets.length, shown: number(targets.length) }), {
      label: m.undo(),
      run: () => void workspace.undo(),
    });
  }

  /** Begins one response to everything that is chosen. */
  beginOne(): void {
    const targets = this.targets();
    const first = targets[0];
    if (!first) return;
    draft.go(first.block);
    editing.beginWith(targets);
    this.clear();
  }
}

/** The paragraphs that are chosen. */
export const picked = new Picked();
