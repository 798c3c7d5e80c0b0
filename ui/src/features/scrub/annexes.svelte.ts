/** The files that go with the open statement. */
import type { Annexes, AnnexRow } from '../../backend/backend';
import { backend } from '../../backend/current';
import { fileName } from '../../errors/failure';
import { notices } from '../../state/notices.svelte';
import { workspace } from '../../state/workspace.svelte';
import { m } from '../../text/words';
import { cleanName, type Decided } from './words';

class AnnexList {
  /** In the order in which they were attached. */
  rows = $state.raw<AnnexRow[]>([]);
  /** Name of the file that is being looked through; empty when none is. */
  looking = $state('');
  /** Name under which that work can be cancelled. */
  job = '';

  /** Reads the list anew. */
  async refresh(): Promise<void> {
    const { file } = workspace;
    if (file === '') return;
    const answer = await workspace.act(() => backend.annexes({ file }));
    if (answer && file === workspace.file) this.rows = answer.annexes;
  }

  /** Attaches files, one after the other. */
  async attach(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      this.looking = fileName(path);
      this.job = `annex-${String(Date.now())}`;
      const { file } = workspace;
      const { job } = this;
      const done = await this.#change(() => backend.annex_add({ file, path, job }));
      this.looking = '';
      if (!done) return;
      notices.say(m.scrub_attached({ file: fileName(path) }));
    }
  }

  /** Says what becomes of what is in a file. */
  async decide(row: AnnexRow, decided: Decided): Promise<void> {
    const { file } = workspace;
    await this.#change(() => backend.annex_decide({ file, id: row.id, ...decided }));
  }

  /** Takes a file out; the notice offers to bring it back. */
  async takeOut(row: AnnexRow): Promise<void> {
    const { file } = workspace;
    if (!(await this.#change(() => backend.annex_remove({ file, id: row.id })))) return;
    notices.say(m.scrub_taken_out({ file: row.name }), {
      label: m.scrub_undo(),
      run: () => void workspace.undo(),
    });
  }

  /** Writes a clean copy where the user says. */
  async copy(row: AnnexRow): Promise<void> {
    const { file } = workspace;
    const out = await workspace.act(() => backend.pickSave('annex', cleanName(row.name)));
    if (!out) return;
    const request = { file, id: row.id, clean: true, out, job: 'annex-copy' };
    const written = await workspace.act(() => backend.annex_write(request));
    if (written) sayCopied(written.file);
  }

  async #change(run: () => Promise<Annexes>): Promise<boolean> {
    const answer = await workspace.write(run);
    if (!answer) return false;
    this.rows = answer.annexes;
    await workspace.refresh();
    return true;
  }
}

/** Says that a clean copy is there, and offers to show it. */
export function sayCopied(path: string): void {
  notices.say(m.scrub_copy_done({ file: fileName(path) }), {
    label: m.scrub_show(),
    run: () => void workspace.act(() => backend.reveal(path)),
  });
}

/** The files that go with the open statement. */
export const annexes = new AnnexList();
