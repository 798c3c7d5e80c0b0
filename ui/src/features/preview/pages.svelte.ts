/** The exact pages beside the text: asked for after every change, drawn when they come into view. */
import type { Preview, PreviewOrigin } from '../../backend/backend';
import { backend } from '../../backend/current';
import { workspace } from '../../state/workspace.svelte';
import { settleWriting } from '../write/session.svelte';
import { holding, usual, type Laid } from './laid';
import { Pictures } from './pictures';

/** How long nothing changes before the pages follow. */
const PAUSE_MS = 120;
const key = 'rostrum.pages';

/** How large a page is shown: as wide as the panel, or a share of its printed size. */
export type Zoom = 'fit' | number;

/** The sizes that one may choose. */
export const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

class PagesBeside {
  /** Whether the pages stand beside the work instead of the step's own panel. */
  shown = $state(localStorage.getItem(key) === 'beside');
  /** What was chosen for the pages and the files of each statement. */
  #laid = $state.raw<Readonly<Record<string, Laid>>>({});
  /** Name of the version that is shown; empty for the text as it is. */
  version = $state('');
  zoom = $state<Zoom>('fit');
  answer = $state.raw<Preview | null>(null);
  failed = $state(false);
  /** Pictures by the key of their page. */
  readonly pictures = new Pictures((page) => backend.preview_page({ file: this.#file, page }));
  #file = '';
  #wanted = '';
  #pause: ReturnType<typeof setTimeout> | null = null;
  #asking = false;

  /** How the pages and the files of the open statement are laid out. */
  get laid(): Laid {
    return this.#laid[workspace.file] ?? usual();
  }

  /** Lays the open statement out otherwise. */
  choose(wanted: Partial<Laid>): void {
    this.#laid = { ...this.#laid, [workspace.file]: { ...this.laid, ...wanted } };
  }

  /** Shows the pages, or the step's own panel. */
  show(shown: boolean): void {
    this.shown = shown;
    localStorage.setItem(key, shown ? 'beside' : '');
  }

  /** Asks for the pages of a statement once nothing changes for a moment. */
  follow(file: string): void {
    if (file !== this.#file) {
      this.#file = file;
      this.answer = null;
      this.pictures.clear();
    }
    this.#wanted = file;
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#ask(), this.answer === null ? 0 : PAUSE_MS);
  }

  /** Stops following. */
  rest(): void {
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
    this.#wanted = '';
  }

  /** Returns the piece of the text at a place of a page, in points; null when there is none. */
  async touch(page: number, x: number, y: number): Promise<PreviewOrigin | null> {
    try {
      return await backend.preview_touch({ file: this.#file, page, x, y });
    } catch {
      return null;
    }
  }

  async #ask(): Promise<void> {
    this.#pause = null;
    // One question at a time: what changes meanwhile is asked for right after.
    if (this.#asking) return;
    this.#asking = true;
    while (this.#wanted !== '') {
      const file = this.#wanted;
      this.#wanted = '';
      try {
        await settleWriting();
        const { laid, version } = this;
        const answer = await backend.preview({ file, version, ...holding(laid) });
        if (file === this.#file && !answer.overtaken) {
          this.answer = answer;
          this.failed = false;
        }
      } catch {
        if (file === this.#file) this.failed = true;
      }
    }
    this.#asking = false;
  }
}

/** The pages beside the text. */
export const beside = new PagesBeside();
