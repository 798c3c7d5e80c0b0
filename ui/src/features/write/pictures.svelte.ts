/** Pictures on their way into the text: chosen or dropped, read at the desk, then given their words. */
import type { Picture, PictureDone } from '../../backend/backend';
import { backend } from '../../backend/current';
import { fileName } from '../../errors/failure';
import { workspace } from '../../state/workspace.svelte';
import type { ShownPicture } from './text/pictures';

/** What the dialog is about: a picture that is being read, one to put in, or one that stands in the text. */
export interface AskedPicture {
  /** Name in the statement. */
  readonly name: string;
  readonly alt: string;
  readonly caption: string;
  /** Where it stands in the text; null for one that is new there. */
  readonly at: number | null;
  /** What was done to its file; null when it was there already. */
  readonly done: PictureDone | null;
  /** Whether it goes again when nobody puts it in. */
  readonly fresh: boolean;
}

/** Pixels of the longer side of what the page shows. */
const SMALL = 800;
const READABLE = /\.(?:png|jpe?g|gif|webp|heic|heif|tiff?|bmp|svg)$/iu;

/** Tells by its name whether a file is meant as a picture; the desk says whether it is taken. */
export function isPicture(path: string): boolean {
  return READABLE.test(path);
}

/** A picture on its way: a file by its path, or bytes from the clipboard under a name. */
interface Coming {
  readonly path: string;
  readonly bytes?: Blob;
}

/** Returns bytes as the desk takes them, in base64. */
function encoded(bytes: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(String(reader.result).replace(/^[^,]*,/u, ''));
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error('the clipboard did not give the picture'));
    };
    reader.readAsDataURL(bytes);
  });
}

class PicturesOfText {
  /** The file that is being read. */
  reading = $state.raw<{ job: string; file: string; done: number; total: number } | null>(null);
  asked = $state.raw<AskedPicture | null>(null);
  /** Addresses of small pictures, by what they are of; null for those that are not to be had. */
  #small = $state.raw<ReadonlyMap<string, string | null>>(new Map());
  #queue: Coming[] = [];
  #jobs = 0;

  /** The pictures of the open statement. */
  get all(): readonly Picture[] {
    return workspace.current?.statement.pictures ?? [];
  }

  /** Returns a picture of the open statement by its name. */
  named(name: string): Picture | undefined {
    return this.all.find((picture) => picture.name === name);
  }

  /** Returns the address of a small picture; undefined while it is on its way. */
  small(picture: Picture): string | null | undefined {
    return this.#small.get(picture.sha256);
  }

  /** The pictures as the page shows them. */
  get shown(): ReadonlyMap<string, ShownPicture> {
    return new Map(
      this.all.map((picture) => {
        const url = this.small(picture);
        const { name, width, height, share } = picture;
        return [name, { url: url ?? null, lost: url === null, width, height, share }];
      }),
    );
  }

  /** Fetches the small pictures that are not at hand. */
  async fetch(): Promise<void> {
    const { file } = workspace;
    for (const { id, sha256 } of this.all) {
      if (this.#small.has(sha256)) continue;
      let url: string | null = null;
      try {
        const data = await backend.picture_bytes({ file, id, longest: SMALL });
        url = `data:${data.media_type};base64,${data.bytes}`;
      } catch {
        // It is in another copy, or damaged: the page says so in its place.
      }
      this.#small = new Map([...this.#small, [sha256, url]]);
    }
  }

  /** Asks for a file and reads it. */
  async choose(): Promise<void> {
    const path = await workspace.act(() => backend.pickOpen('picture'));
    if (path) await this.add([path]);
  }

  /** Reads files one after the other; each is asked about before the next. */
  async add(paths: readonly string[]): Promise<void> {
    this.#queue = [...this.#queue, ...paths.map((path) => ({ path }))];
    await this.#next();
  }

  /** Reads pictures from the clipboard, which lie in no file. */
  async paste(found: readonly File[]): Promise<void> {
    const coming = found.map((bytes) => ({ path: bytes.name || 'picture.png', bytes }));
    this.#queue = [...this.#queue, ...coming];
    await this.#next();
  }

  /** Stops reading. */
  cancel(): void {
    const { reading } = this;
    this.#queue = [];
    if (reading) void workspace.act(() => backend.cancel({ job: reading.job }));
  }

  /** Asks for the words of a picture that stands in the text. */
  edit(placed: { name: string; alt: string; caption: string; from: number }): void {
    const { name, alt, caption, from } = placed;
    this.asked = { name, alt, caption, at: from, done: null, fresh: false };
  }

  /** Asks for the words of a picture of the statement that is to be put into the text. */
  offer(picture: Picture): void {
    this.asked = { name: picture.name, alt: '', caption: '', at: null, done: null, fresh: false };
  }

  /** Ends what was asked; a fresh picture that was not put in goes again. */
  async end(kept: boolean): Promise<void> {
    const { asked } = this;
    this.asked = null;
    const picture = asked && !kept && asked.fresh ? this.named(asked.name) : undefined;
    if (picture) await this.remove(picture);
    await this.#next();
  }

  /** Takes a picture out of the statement; places that show it stay. */
  async remove({ id }: Picture): Promise<void> {
    const { file } = workspace;
    await workspace.write(() => backend.picture_remove({ file, id, mentions: false }));
    await workspace.refresh();
  }

  /** Puts another file in place of a picture. */
  async replace({ id }: Picture): Promise<void> {
    const path = await workspace.act(() => backend.pickOpen('picture'));
    const { asked } = this;
    if (!path || !asked) return;
    const { file } = workspace;
    const added = await this.#read(path, (job) => backend.picture_replace({ file, id, path, job }));
    if (added) this.asked = { ...asked, name: added.picture.name, done: added.done };
  }

  /** Sets the width in print. */
  async widen({ id }: Picture, share: number): Promise<void> {
    const { file } = workspace;
    const request = { file, id, share, name: null, words: null };
    await workspace.write(() => backend.picture_set(request));
    await workspace.refresh();
  }

  async #next(): Promise<void> {
    if (this.reading || this.asked) return;
    const [coming, ...rest] = this.#queue;
    if (coming === undefined) return;
    this.#queue = rest;
    const { path } = coming;
    const { file } = workspace;
    const place = { put: 'nowhere' } as const;
    const words = { name: '', alt: '', caption: '' };
    const added = await this.#read(path, async (job) => {
      const bytes = coming.bytes ? await encoded(coming.bytes) : '';
      return backend.picture_add({ file, path, bytes, place, job, ...words });
    });
    if (added && file === workspace.file) {
      const { picture, done, known } = added;
      this.asked = { name: picture.name, alt: '', caption: '', at: null, done, fresh: !known };
    } else await this.#next();
  }

  async #read<T>(path: string, read: (job: string) => Promise<T>): Promise<T | undefined> {
    this.#jobs += 1;
    const job = `picture-${String(this.#jobs)}`;
    this.reading = { job, file: fileName(path), done: 0, total: 0 };
    const stop = backend.onProgress(({ job: told, done, total }) => {
      if (told === job && this.reading) this.reading = { ...this.reading, done, total };
    });
    try {
      const answer = await workspace.act(() => read(job));
      if (answer !== undefined) await workspace.refresh();
      return answer;
    } finally {
      stop();
      this.reading = null;
    }
  }
}

/** Pictures on their way into the text. */
export const picturesOfText = new PicturesOfText();
