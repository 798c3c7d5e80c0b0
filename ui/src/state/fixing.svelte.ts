/** Setting a draft right: whether one is at it, what is left to look at, and each fix. */
import type { Block, Doubt, Fix, FixUp } from '../backend/backend';
import { backend } from '../backend/current';
import { draft } from './draft.svelte';
import { workspace } from './workspace.svelte';

/** Below this confidence a person should look at a block; the desk's own bound. */
export const sure = 0.6;

class Fixing {
  /** Whether the draft is being set right. */
  on = $state(false);
  /** What is to be set right and what was; null until it is known. */
  data = $state.raw<FixUp | null>(null);

  /** The places the reader was unsure of. */
  get doubts(): Doubt[] {
    return this.data?.doubts ?? [];
  }

  /** The places nobody has looked at yet. */
  get open(): Doubt[] {
    return this.doubts.filter((doubt) => !doubt.looked);
  }

  /** Starts at a block, or at the first place to look at. */
  async start(block = ''): Promise<void> {
    this.on = true;
    await this.load();
    const first = this.open[0]?.block ?? draft.blocks[0]?.id ?? '';
    draft.go(block || first);
  }

  /** Goes back to reading. */
  stop(): void {
    this.on = false;
  }

  /** Shows what is to be set right in the draft that is shown. */
  async load(): Promise<void> {
    const shown = draft.view;
    if (!shown) return;
    const { file } = workspace;
    const data = await workspace.act(() => backend.draft_fixes({ file, draft: shown.id }));
    if (data && data.view.id === draft.view?.id) this.data = data;
  }

  /** Makes a fix; false when it could not be made, which has then been shown. */
  async make(fix: Fix): Promise<boolean> {
    const shown = draft.view;
    if (!shown) return false;
    const { file } = workspace;
    const data = await workspace.write(() => backend.draft_fix({ file, draft: shown.id, fix }));
    if (!data) return false;
    this.data = data;
    draft.renew(data.view);
    await workspace.refresh();
    return true;
  }

  /** Returns the next place to look at from a block on, round the end. */
  next(from: string, step: 1 | -1): string | undefined {
    const order = new Map(draft.blocks.map((block: Block, at) => [block.id, at]));
    const here = order.get(from) ?? -1;
    const places = this.open
      .map((doubt) => doubt.block)
      .filter((id) => order.has(id) && id !== from)
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const at = (id: string) => order.get(id) ?? 0;
    return step === 1
      ? (places.find((id) => at(id) > here) ?? places[0])
      : (places.findLast((id) => at(id) < here) ?? places.at(-1));
  }
}

/** Setting a draft right. */
export const fixing = new Fixing();
