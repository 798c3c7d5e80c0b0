/** The draft that is shown, and the paragraph one is at; Read and Respond share both. */
import type { Block, DraftView, Workspace } from '../backend/backend';
import { backend } from '../backend/current';
import { addresses, labelled, spokenLabel } from './labels';
import { workspace } from './workspace.svelte';

class ShownDraft {
  /** The draft with its words; null while none is shown. */
  view = $state.raw<DraftView | null>(null);
  /** Id of the block one is at; empty for none. */
  at = $state('');
  /** What is looked for in the text. */
  find = $state('');
  #file = '';
  #wanted = '';
  #fixes = '[]';
  readonly #addresses = $derived(addresses(this.blocks));

  /** The blocks of the draft, in order. */
  get blocks(): Block[] {
    return this.view?.draft.blocks ?? [];
  }

  /** The block one is at. */
  get block(): Block | undefined {
    return this.blocks.find((b) => b.id === this.at);
  }

  /** The headings. */
  get headings(): Block[] {
    return this.blocks.filter((b) => b.kind === 'heading');
  }

  /** Returns how a person names a block: its label with those above it, or its first words. */
  address(block: Block): string {
    const words = block.text.split(' ');
    return (
      this.#addresses.get(block.id) ??
      (block.label === null
        ? words.slice(0, 6).join(' ') + (words.length > 6 ? '…' : '')
        : spokenLabel(block.label))
    );
  }

  /** Shows the newest draft of a statement, unless one of its drafts is shown already. */
  async follow({ file, drafts, statement }: Workspace): Promise<void> {
    if (file !== this.#file) {
      this.#file = file;
      this.view = null;
      this.at = '';
      this.find = '';
      this.#wanted = '';
    }
    const newest = drafts.at(-1);
    if (!newest) return;
    // Undo, a partner's copy or the command line may have set the draft right differently.
    const fixes = JSON.stringify(statement.fixes);
    const others = this.#fixes !== fixes;
    this.#fixes = fixes;
    if (others && this.view?.id === this.#wanted) await this.show(this.#wanted);
    if (!drafts.some((d) => d.id === this.#wanted)) await this.show(newest.id);
  }

  /** Shows a draft of the open statement. */
  async show(id: string): Promise<void> {
    this.#wanted = id;
    const { file } = workspace;
    const view = await workspace.act(() => backend.draft_show({ file, draft: id }));
    // A slow answer must not replace that of a later choice.
    if (!view || this.#wanted !== id || file !== workspace.file) return;
    const { at } = this;
    this.view = view;
    this.at = view.draft.blocks.some((b) => b.id === at) ? at : '';
  }

  /** Shows a newer state of the draft that is shown. */
  renew(view: DraftView): void {
    if (this.view?.id === view.id) this.view = view;
  }

  /** Goes to a block. */
  go(id: string): void {
    this.at = id;
  }

  /** Goes to the paragraph a person names; false when there is none. */
  goLabel(label: string): boolean {
    const block = labelled(this.blocks, label);
    if (block) this.at = block.id;
    return block !== undefined;
  }

  /** Returns the next block that `wanted` lets through, in a direction, from where one is. */
  beside(step: 1 | -1, wanted: (block: Block) => boolean): Block | undefined {
    const at = this.blocks.findIndex((b) => b.id === this.at);
    const rest =
      step === 1 ? this.blocks.slice(at + 1) : this.blocks.slice(0, Math.max(0, at)).reverse();
    return rest.find(wanted);
  }
}

/** The draft that is shown. */
export const draft = new ShownDraft();

/** Tells whether a block can be answered on its own. */
export function isParagraph(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'other';
}
