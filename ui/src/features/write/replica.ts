/** The window's replica of the shared document: own changes go to the disk, others' come in. */
import * as Y from 'yjs';

/** What a replica asks of the desk; updates are base64. */
export interface ReplicaDesk<Saved> {
  readonly pull: (since: string) => Promise<string>;
  /** Answers once the change is on the disk. */
  readonly push: (update: string) => Promise<Saved>;
}

/** How far what was typed has come. */
export type SaveState<Saved> =
  | { readonly kind: 'saved'; readonly saved: Saved }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: unknown };

const fromDesk = Symbol('from the desk');

/** Changes within this time go to the disk together; a key is struck about every 100 ms. */
const GATHER_MS = 150;
const RETRY_MS = 3000;

/**
 * A replica of one open statement.
 *
 * Nothing it does ever stops typing: a change that could not be saved is kept and tried again, and
 * "saved" is told only after the desk has answered for every change made so far.
 */
export class Replica<Saved> {
  readonly doc = new Y.Doc();
  readonly body = this.doc.getText('body');
  #waiting: Uint8Array[] = [];
  #pushing: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #closed = false;
  readonly #onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === fromDesk) return;
    this.#waiting.push(update);
    this.hear({ kind: 'saving' });
    this.#later(GATHER_MS);
  };

  constructor(
    private readonly desk: ReplicaDesk<Saved>,
    private readonly hear: (state: SaveState<Saved>) => void,
  ) {
    this.doc.on('update', this.#onUpdate);
  }

  /** Whether something typed has not reached the disk. */
  get busy(): boolean {
    return this.#pushing !== null || this.#waiting.length > 0;
  }

  /** Takes in what others changed; the first time, everything. */
  async pull(): Promise<void> {
    const known = Y.encodeStateVector(this.doc);
    const update = await this.desk.pull(known.length > 1 ? toBase64(known) : '');
    if (!this.#closed && update !== '') Y.applyUpdate(this.doc, fromBase64(update), fromDesk);
  }

  /** Brings everything typed so far to the disk; rejects when that fails. */
  async flush(): Promise<void> {
    while (this.busy) {
      await (this.#pushing ?? this.#push(true));
    }
  }

  /** Saves what is left and lets go of the document. */
  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      this.#closed = true;
      if (this.#timer !== null) clearTimeout(this.#timer);
      this.doc.off('update', this.#onUpdate);
      this.doc.destroy();
    }
  }

  #later(ms: number): void {
    if (this.#timer !== null || this.#pushing !== null || this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#push(false).catch(() => undefined);
    }, ms);
  }

  #push(tell: boolean): Promise<void> {
    const updates = this.#waiting;
    const [first] = updates;
    if (first === undefined) return Promise.resolve();
    this.#waiting = [];
    const update = updates.length === 1 ? first : Y.mergeUpdates(updates);
    const work = this.desk.push(toBase64(update)).then(
      (saved) => {
        this.#pushing = null;
        if (this.#waiting.length === 0) this.hear({ kind: 'saved', saved });
        else this.#later(GATHER_MS);
      },
      (failure: unknown) => {
        this.#pushing = null;
        this.#waiting = [update, ...this.#waiting];
        this.hear({ kind: 'failed', failure });
        this.#later(RETRY_MS);
        if (tell) throw failure;
      },
    );
    this.#pushing = work;
    // A failure is told through `hear`; only `flush` wants to be stopped by it.
    work.catch(() => undefined);
    return work;
  }
}

/** Writes bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

/** Reads base64. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}
