/** The open statement, and the one way in which it is changed. */
import { backend } from '../backend/current';
import type { CheckReport, Failure, Saved, Workspace } from '../backend/backend';
import { notices } from './notices.svelte';

/** Whether what is on the screen is on the disk. */
export type SaveState =
  { kind: 'saved'; at: string } | { kind: 'saving' } | { kind: 'unsaved'; failure: Failure };

class OpenWorkspace {
  /** The open statement; null on the start screen. */
  current = $state.raw<Workspace | null>(null);
  /** What the checks last said; of `reported`, which may be an older state than the current. */
  report = $state.raw<CheckReport | null>(null);
  #reported: Workspace | null = null;
  #paged: Workspace | null = null;
  #writing = $state(0);
  readonly #beforeClosing = new Set<() => Promise<void>>();
  #unsaved = $state.raw<Failure | null>(null);
  #held = $state(0);

  /** Path of the open statement; empty when none is open. */
  get file(): string {
    return this.current?.file ?? '';
  }

  /** Whether what is on the screen is on the disk: true, or said otherwise. */
  get save(): SaveState {
    if (this.#unsaved) return { kind: 'unsaved', failure: this.#unsaved };
    if (this.#writing + this.#held > 0) return { kind: 'saving' };
    return { kind: 'saved', at: this.current?.saved ?? '' };
  }

  /** Says that something was typed that is not yet on its way to the disk; call what it returns when it is. */
  hold(): () => void {
    this.#held += 1;
    let held = true;
    return () => {
      if (held) this.#held -= 1;
      held = false;
    };
  }

  /** Does something that changes nothing on the disk; a failure is shown and gives undefined. */
  async act<T>(run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await run();
    } catch (thrown) {
      notices.fail(thrown);
      return undefined;
    }
  }

  /** Changes the open statement; false when it did not work, which has then been shown. */
  async change(run: (file: string) => Promise<Workspace>): Promise<boolean> {
    const file = this.file;
    const answer = await this.write(() => run(file));
    if (answer === undefined) return false;
    this.take(answer);
    return true;
  }

  /** Writes something to the open statement, so that the save state tells of it. */
  async write<T>(run: () => Promise<T>): Promise<T | undefined> {
    this.#writing += 1;
    try {
      const answer = await run();
      this.#unsaved = null;
      return answer;
    } catch (thrown) {
      const failure = notices.fail(thrown);
      if (failure.code !== 'cancelled') this.#unsaved = failure;
      return undefined;
    } finally {
      this.#writing -= 1;
    }
  }

  /** Shows a newer state of the open statement; that of another file is ignored. */
  take(workspace: Workspace): void {
    if (this.current === null || this.current.file === workspace.file) this.current = workspace;
  }

  /** Takes in that a change of the body is on the disk. */
  takeSaved(saved: Saved): void {
    if (!this.current) return;
    const { at, count, report } = saved;
    this.current = { ...this.current, saved: at, count, findings: report.summary };
    this.report = report;
    this.#reported = this.current;
  }

  /** Tells whether a limit in pages holds and the pages were counted before the last change. */
  get pagesWanted(): boolean {
    const { current } = this;
    if (current === null || this.#paged === current) return false;
    return current.count.limits.some((l) => l.unit === 'pages' && l.applies_to === 'whole');
  }

  /** Counts the pages; what was changed meanwhile is counted by the next call. */
  async countPages(): Promise<void> {
    const { current } = this;
    if (current === null) return;
    try {
      const counted = await backend.pages_count({ file: current.file });
      if (this.current !== current) return;
      this.takeSaved(counted);
      this.#paged = this.current;
    } catch {
      // The pages beside the text tell why they cannot be laid out.
      if (this.current === current) this.#paged = current;
    }
  }

  /** Asks for the findings, unless those at hand are of the statement as it stands. */
  async check(): Promise<void> {
    const { current } = this;
    if (current === null || this.#reported === current) return;
    this.#reported = current;
    const fresh = await this.act(() => backend.check({ file: current.file }));
    if (fresh && this.current === current) this.report = fresh;
  }

  /** Opens a statement; false when it did not work. */
  async open(get: () => Promise<Workspace>): Promise<boolean> {
    const opened = await this.act(get);
    if (!opened) return false;
    this.#unsaved = null;
    this.report = null;
    this.current = opened;
    return true;
  }

  /** Lets a part that gathers changes bring them to the disk before the statement is closed. */
  beforeClosing(run: () => Promise<void>): () => void {
    this.#beforeClosing.add(run);
    return () => {
      this.#beforeClosing.delete(run);
    };
  }

  /** Goes back to the start screen; stays when something could not be brought to the disk. */
  async close(): Promise<void> {
    const { file } = this;
    try {
      for (const run of this.#beforeClosing) await run();
    } catch (thrown) {
      notices.fail(thrown);
      return;
    }
    this.current = null;
    this.#unsaved = null;
    if (file !== '') await this.act(() => backend.statement_close({ file }));
  }

  /** Shows the statement anew, after someone else changed the file. */
  async refresh(): Promise<void> {
    const { file } = this;
    if (file === '') return;
    const fresh = await this.act(() => backend.workspace({ file }));
    if (fresh) this.take(fresh);
  }

  /** Takes back the last change outside the body. */
  async undo(): Promise<void> {
    if (this.current?.can_undo) await this.change((file) => backend.undo({ file }));
  }

  /** Brings it back. */
  async redo(): Promise<void> {
    if (this.current?.can_redo) await this.change((file) => backend.redo({ file }));
  }
}

/** The open statement. */
export const workspace = new OpenWorkspace();
