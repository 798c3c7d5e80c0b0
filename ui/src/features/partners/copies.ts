/** Copies of the statement: shared with partners, merged when they come back. */
import { backend } from '../../backend/current';
import { fileName } from '../../errors/failure';
import { notices } from '../../state/notices.svelte';
import { workspace } from '../../state/workspace.svelte';
import { number } from '../../text/time';
import { m } from '../../text/words';
import { renewWriting, settleWriting } from '../write/session.svelte';

/** Takes in what a partner changed in a copy; without a path, asks for it. */
export async function mergeCopy(path?: string): Promise<void> {
  const other = path ?? (await workspace.act(() => backend.pickOpen('statement')));
  if (!other) return;
  await workspace.act(settleWriting);
  const file = workspace.file;
  const report = await workspace.write(() => backend.statement_merge({ file, other }));
  if (!report) return;
  workspace.take(report.workspace);
  await renewWriting();
  notices.say(
    m.merge_done({
      name: fileName(other),
      theirs: number(report.edits_from_b),
      ours: number(report.edits_from_a),
    }),
  );
}

/** Writes a copy for partners. */
export async function shareCopy(): Promise<void> {
  const file = workspace.file;
  const bare = fileName(file).replace(/\.rostrum$/, '');
  const out = await workspace.act(() =>
    backend.pickSave('statement', m.share_file_name({ name: bare })),
  );
  if (!out) return;
  await workspace.act(settleWriting);
  const done = await workspace.act(() => backend.statement_share({ file, out }));
  if (!done) return;
  notices.say(m.share_done({ name: fileName(out) }), {
    label: m.show_in_folder(),
    run: () => void workspace.act(() => backend.reveal(out)),
  });
}
