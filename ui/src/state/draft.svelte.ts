/** The draft that is shown, and the paragraph one is at; Read and Respond share both. */
import type { Block, BlockReading, DraftReading, DraftView, Workspace } from '../backend/backend';
import { backend } from '../backend/current';
import { hits } from '../text/find';
import { addresses, labelled, spokenLabel } from './labels';
import { recall } from './remembered';
import { workspace } from './workspace.svelte';

/** One place where what is looked for was found. */
export interface Found {
  block: string;
  /** Which place in its block's text, from 0; -1 for one in a note. */
  nth: number;
}

class ShownDraft {
  /** The draft with its words; null while none is shown. */
  view = $state.raw<DraftView | null>(null);
  /** What is told of it: topics, terms, direction; null until it has been told. */
  reading = $state.raw<DraftReading | null>(null);
  /** Id of the block one is at; empty for none. */
  at = $state('');
  /** Id of the block at the top of the page, by which a page is found again as it was. */
  top = $state('');
  /** What is looked for in the text. */
  find = $state('');
  /** Whether only whole words are looked for. */
  whole = $state(false);
  /** Which of the places found one is at. */
  hit = $state(0);
  /** Whether terms that can be explained are marked. */
  explaining = $state(false);
  #file = '';
  #wanted = '';
  #fixes = '[]';
  readonly #addresses = $derived(addresses(this.blocks));
  readonly #byId = $derived(new Map(this.blocks.map((block) => [block.id, block])));
  readonly #readings = $derived(
    new Map((this.reading?.blocks ?? []).map((told) => [told.block, told])),
  );
  /** Every place where what is looked for stands, in order. */
  readonly found = $derived.by((): Found[] => {
    const { find, whole } = this;
    if (find.trim() === '') return [];
    return this.blocks.flatMap((block) => [
      ...hits(block.text, find, whole).map((_, nth) => ({ block: block.id, nth })),
      ...block.footnotes.flatMap((note) =>
        hits(note.text, find, whole).map(() => ({ block: block.id, nth: -1 })),
      ),
    ]);
  });

  /** The blocks of the draft, in order. */
  get blocks(): Block[] {
    return this.view?.draft.blocks ?? [];
  }

  /** The block one is at. */
  get block(): Block | undefined {
    return this.#byId.get(this.at);
  }

  /** The headings. */
  get headings(): Block[] {
    return this.blocks.filter((b) => b.kind === 'heading');
  }

  /** The place found that one is at. */
  get current(): Found | undefined {
    return this.found[this.hit];
  }

  /** Returns what is told of a block. */
  told(id: string): BlockReading | undefined {
    return this.#readings.get(id);
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

  /** Shows the draft one was at in a statement, else its newest, unless one of its drafts is shown already. */
  async follow({ file, drafts, statement }: Workspace): Promise<void> {
    if (file !== this.#file) {
      this.#file = file;
      this.view = null;
      this.reading = null;
      this.find = '';
      const was = recall(file);
      this.at = was.at ?? '';
      this.top = was.top ?? '';
      this.#wanted = '';
      if (was.draft !== undefined && drafts.some((d) => d.id === was.draft)) {
        await this.show(was.draft);
        return;
      }
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
    const { at, top } = this;
    const has = (block: string) => view.draft.blocks.some((b) => b.id === block);
    this.reading = null;
    this.view = view;
    this.at = has(at) ? at : '';
    this.top = has(top) ? top : '';
    this.hit = 0;
    await this.tell();
  }

  /** Asks what can be told of the draft that is shown; it can be read without. */
  async tell(): Promise<void> {
    const { file } = workspace;
    const { view } = this;
    if (!view) return;
    const reading = await workspace.act(() => backend.draft_reading({ file, draft: view.id }));
    if (reading && this.view === view && file === workspace.file) this.reading = reading;
  }

  /** Shows a newer state of the draft that is shown. */
  renew(view: DraftView): void {
    if (this.view?.id !== view.id) return;
    this.view = view;
    void this.tell();
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

  /** Looks for something; the first place from where one is becomes the current one. */
  look(find: string, whole = this.whole): void {
    this.find = find;
    this.whole = whole;
    const order = new Map(this.blocks.map((block, at) => [block.id, at]));
    const here = order.get(this.at) ?? 0;
    const next = this.found.findIndex((f) => (order.get(f.block) ?? 0) >= here);
    this.hit = Math.max(0, next);
  }

  /** Goes to the next place found in a direction, around the end. */
  goFound(step: 0 | 1 | -1): void {
    const { length } = this.found;
    if (length === 0) return;
    this.hit = (this.hit + step + length) % length;
    this.at = this.current?.block ?? this.at;
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
