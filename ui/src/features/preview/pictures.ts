/** Pictures of pages, kept by what is on them: a page that has not changed is not drawn again. */
import type { PreviewPage } from '../../backend/backend';

/** Pictures that are kept, about half a megabyte each. */
const most = 24;

/** Draws pages and keeps the last ones. */
export class Pictures {
  readonly #draw: (page: number) => Promise<PreviewPage>;
  readonly #kept = new Map<string, string>();
  readonly #coming = new Map<string, Promise<string | null>>();

  constructor(draw: (page: number) => Promise<PreviewPage>) {
    this.#draw = draw;
  }

  /** Returns the picture of a page as an address; null when the page has changed meanwhile. */
  async of(page: number, key: string): Promise<string | null> {
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#keep(key, kept);
      return kept;
    }
    const coming = this.#coming.get(key) ?? this.#fetch(page, key);
    this.#coming.set(key, coming);
    try {
      return await coming;
    } finally {
      this.#coming.delete(key);
    }
  }

  /** Returns a picture that is at hand. */
  atHand(key: string): string | null {
    return this.#kept.get(key) ?? null;
  }

  /** Lets go of all pictures. */
  clear(): void {
    this.#kept.clear();
  }

  async #fetch(page: number, key: string): Promise<string | null> {
    const drawn = await this.#draw(page);
    if (drawn.svg === '') return null;
    this.#keep(drawn.key, `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn.svg)}`);
    return this.#kept.get(key) ?? null;
  }

  #keep(key: string, picture: string): void {
    this.#kept.delete(key);
    this.#kept.set(key, picture);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > most && oldest.done !== true) this.#kept.delete(oldest.value);
  }
}
