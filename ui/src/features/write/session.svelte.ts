/** The text being written: its replica, its undo and where the caret was; outlives the step's screen. */
import type { EditorView } from '@codemirror/view';
import type * as Y from 'yjs';
import type { Edit, Saved } from '../../backend/backend';
import { backend } from '../../backend/current';
import { notices } from '../../state/notices.svelte';
import { workspace } from '../../state/workspace.svelte';
import { Replica, type SaveState } from './replica';
import { blockAt, canSpeak, tongueAt, type BlockChoice } from './text/commands';
import { currentFormat } from './text/edit';
import { ownUndo } from './text/field';
import { PLAIN, sameFormat, type Format } from './text/glyphs';
import { sectionAt, sectionsOf, type BodySection } from './text/sections';

/** How long nothing is typed before the rest of the window follows. */
const PAUSE_MS = 1200;

/** The writing of one open statement. */
export class Writing {
  readonly file: string;
  readonly replica: Replica<Saved>;
  readonly undo: Y.UndoManager;
  /** Whether the text has come from the desk. */
  ready = $state(false);
  sections = $state.raw<readonly BodySection[]>([]);
  /** The section the caret is in. */
  section = $state.raw<BodySection | undefined>(undefined);
  /** Where the caret is. */
  at = $state(0);
  block = $state<BlockChoice | 'note'>('text');
  format = $state.raw<Format>(PLAIN);
  /** Language of the words at the caret where it is another; empty for none. */
  tongue = $state('');
  /** Whether there are words at the caret whose language can be said. */
  speaks = $state(false);
  canUndo = $state(false);
  canRedo = $state(false);
  markup = $state(false);
  view: EditorView | null = null;
  /** Where the caret and the page were when the step was left. */
  left = { anchor: 0, head: 0, scroll: 0 };
  #release: { done: () => void; failed: (failure: unknown) => void } | null = null;
  readonly #stopHearing: () => void;

  constructor(file: string) {
    this.file = file;
    this.replica = new Replica(
      {
        pull: async (since) => (await backend.replica_pull({ file, since })).update,
        push: (update) => backend.replica_push({ file, update }),
      },
      (state) => {
        this.#tell(state);
      },
    );
    this.undo = ownUndo(this.replica.body);
    const undoable = () => {
      this.canUndo = this.undo.undoStack.length > 0;
      this.canRedo = this.undo.redoStack.length > 0;
    };
    this.undo.on('stack-item-added', undoable);
    this.undo.on('stack-item-popped', undoable);
    this.#stopHearing = backend.onChanged((changed) => {
      if (changed === file) void this.pull();
    });
  }

  /** Takes in what is new at the desk. */
  async pull(): Promise<void> {
    try {
      await this.replica.pull();
      this.ready = true;
    } catch (thrown) {
      notices.fail(thrown);
    }
  }

  /** Follows the caret. */
  look(view: EditorView): void {
    const { state } = view;
    if (this.#seen !== state.doc) {
      this.#seen = state.doc;
      this.sections = sectionsOf(state.doc, workspace.current?.call.sections ?? []);
    }
    this.at = state.selection.main.head;
    this.section = sectionAt(this.sections, this.at);
    this.block = blockAt(state);
    const format = currentFormat(state);
    if (!sameFormat(format, this.format)) this.format = format;
    this.tongue = tongueAt(state);
    this.speaks = canSpeak(state);
  }
  #seen: unknown = null;

  /** Does something to the text that one undo takes back alone, whatever was typed before. */
  alone(act: (view: EditorView) => unknown): void {
    if (!this.view) return;
    this.undo.stopCapturing();
    act(this.view);
    this.undo.stopCapturing();
  }

  /** Brings what was typed to the disk and lets go. */
  async close(): Promise<void> {
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#stopHearing();
    await this.replica.close();
  }

  /** Findings and consents follow the text once a person pauses. */
  #later(): void {
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#pause = null;
      if (workspace.file === this.file) void workspace.refresh();
    }, PAUSE_MS);
  }
  #pause: ReturnType<typeof setTimeout> | null = null;

  /** Whether the rest of the window has still to follow the text. */
  get pausing(): boolean {
    return this.#pause !== null;
  }

  /** Keeps the window's "saved" true: it waits from the first key until the desk has answered. */
  #tell(state: SaveState<Saved>): void {
    if (state.kind === 'saving') {
      if (this.#release === null) {
        void workspace.write(
          () =>
            new Promise<void>((done, failed) => {
              this.#release = { done, failed };
            }),
        );
      }
      return;
    }
    const release = this.#release;
    this.#release = null;
    if (state.kind === 'failed') {
      release?.failed(state.failure);
      return;
    }
    if (workspace.file === this.file) workspace.takeSaved(state.saved);
    this.#later();
    if (release) release.done();
    else void workspace.write(() => Promise.resolve());
  }
}

let open: Writing | null = null;

/** Returns the writing of a statement; that of another one is closed. */
export function writingOf(file: string): Writing {
  if (open?.file !== file) {
    void open?.close();
    open = new Writing(file);
    const stop = workspace.beforeClosing(async () => {
      await open?.replica.flush();
      stop();
      const closing = open;
      open = null;
      await closing?.close();
    });
  }
  void open.pull();
  return open;
}

/** Brings everything typed to the disk, before something that reads the whole statement. */
export async function settleWriting(): Promise<void> {
  await open?.replica.flush();
}

/** Brings everything typed to the disk and shows what follows from it: findings, consents. */
export async function followWriting(): Promise<void> {
  if (open?.replica.busy !== true && open?.pausing !== true) return;
  await workspace.act(settleWriting);
  await workspace.refresh();
}

const mending = Symbol('mending');

/** Applies the edits of a finding to the body as a change of one's own; returns the way back. */
export async function mendBody(file: string, edits: readonly Edit[]): Promise<() => void> {
  const writing = writingOf(file);
  await writing.replica.flush();
  await writing.replica.pull();
  const { undo, replica } = writing;
  undo.addTrackedOrigin(mending);
  undo.stopCapturing();
  replica.doc.transact(() => {
    for (const { start, end, text } of [...edits].sort((a, b) => b.start - a.start)) {
      replica.body.delete(start, end - start);
      replica.body.insert(start, text);
    }
  }, mending);
  undo.stopCapturing();
  await replica.flush();
  await workspace.refresh();
  return () => {
    undo.undo();
    void followWriting();
  };
}

/** Takes in what the desk changed in the body, if the text is open here. */
export async function renewWriting(): Promise<void> {
  await open?.pull();
}

// The last keys before the window goes still reach the desk.
if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', () => {
    void open?.replica.flush();
  });
}
