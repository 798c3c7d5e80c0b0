/** Drafts and statements on their way in: dropped on the window, chosen, read with progress. */
import { isFailure, type DraftView } from '../backend/backend';
import { backend } from '../backend/current';
import { fileName } from '../errors/failure';
import { m } from '../text/words';
import { draft } from './draft.svelte';
import { notices } from './notices.svelte';
import { where } from './place.svelte';
import { workspace } from './workspace.svelte';

/** A draft being read. */
export interface Reading {
  job: string;
  path: string;
  done: number;
  total: number;
}

/** A draft that wants a password. */
export interface Locked {
  path: string;
  /** Whether a password was tried already. */
  tried: boolean;
}

class Arrivals {
  /** The draft being read, when one is. */
  reading = $state<Reading | null>(null);
  /** The draft that wants a password, when one does. */
  locked = $state.raw<Locked | null>(null);
  /** The draft that waits for a statement to be made. */
  waiting = $state<string | null>(null);
  /** A file that may be a draft or one's own text, until somebody says which. */
  asking = $state<string | null>(null);
  /** Files that wait until the one being read is done. */
  queue = $state.raw<string[]>([]);
  #jobs = 0;
  #taker: ((paths: string[]) => void) | null = null;

  /** Lets a part of the window take dropped files for itself until the returned function is called. */
  take(taker: (paths: string[]) => void): () => void {
    this.#taker = taker;
    return () => {
      if (this.#taker === taker) this.#taker = null;
    };
  }

  /** Reads a draft into the open statement; gives undefined when it did not work, which has been shown. */
  async add(path: string, password = ''): Promise<DraftView | undefined> {
    if (this.reading) {
      this.queue = [...this.queue, path];
      return undefined;
    }
    this.#jobs += 1;
    const job = `read-${String(this.#jobs)}`;
    this.reading = { job, path, done: 0, total: 0 };
    const stop = backend.onProgress((progress) => {
      if (progress.job === job && this.reading) {
        this.reading.done = progress.done;
        this.reading.total = progress.total;
      }
    });
    const { file } = workspace;
    try {
      const view = await backend.draft_add({ file, draft: path, password, job });
      this.locked = null;
      await workspace.refresh();
      if (file !== workspace.file) return view;
      await draft.show(view.id);
      const count = view.draft.blocks.filter((b) => b.kind === 'paragraph').length;
      const text = m.arrival_read({ file: fileName(path), count });
      if ((workspace.current?.drafts.length ?? 0) < 2) notices.say(text);
      else {
        notices.say(text, {
          label: m.notice_changed(),
          run: () => {
            where.go('follow_up');
          },
        });
      }
      return view;
    } catch (thrown) {
      if (isFailure(thrown) && thrown.code === 'draft_locked') {
        this.locked = { path, tried: password !== '' };
      } else {
        notices.fail(thrown);
      }
      return undefined;
    } finally {
      stop();
      this.reading = null;
      // A question about a password comes before the next file.
      if (!this.locked) this.#next();
    }
  }

  /** Gives up on the draft that wants a password and goes on with the files behind it. */
  skip(): void {
    this.locked = null;
    this.#next();
  }

  #next(): void {
    const [path, ...rest] = this.queue;
    if (path === undefined || !workspace.current) return;
    this.queue = rest;
    void this.add(path);
  }

  /** Asks for a draft and reads it. */
  async choose(): Promise<DraftView | undefined> {
    const path = await workspace.act(() => backend.pickDraft());
    return path ? this.add(path) : undefined;
  }

  /** Stops reading; nothing is changed. */
  async cancel(): Promise<void> {
    const { reading } = this;
    if (!reading) return;
    this.queue = [];
    await workspace.act(() => backend.cancel({ job: reading.job }));
    notices.say(m.arrival_stopped({ file: fileName(reading.path) }));
  }

  /** Takes in files dropped on the window: a statement is opened, drafts are read one after the other. */
  async drop(paths: string[]): Promise<DraftView | undefined> {
    const isStatement = (path: string) => path.toLowerCase().endsWith('.rostrum');
    const statement = paths.find(isStatement);
    if (statement !== undefined) {
      const opened = await workspace.open(() => backend.statement_open({ file: statement }));
      if (!opened) return undefined;
    }
    const others = paths.filter((dropped) => !isStatement(dropped));
    if (this.#taker && workspace.current && statement === undefined) {
      this.#taker(others);
      return undefined;
    }
    const [path, ...rest] = others;
    if (path === undefined) return undefined;
    this.queue = [...this.queue, ...rest];
    if (workspace.current) return this.add(path);
    if (/\.(?:docx|odt|md|txt)$/iu.test(path)) this.asking = path;
    else this.waiting = path;
    return undefined;
  }
}

/** Drafts and statements on their way in. */
export const arrivals = new Arrivals();
