/** The pages of a statement whose call limits them: counted in a pause of writing. */
import { workspace } from '../../state/workspace.svelte';
import { settleWriting } from './session.svelte';

/** How long nothing changes before the pages are counted. */
const PAUSE_MS = 800;

/** Counts the pages once nothing changes for a moment; returns what forgets about it. */
export function followPages(): (() => void) | undefined {
  if (!workspace.pagesWanted) return undefined;
  const pause = setTimeout(() => {
    void (async () => {
      await workspace.act(settleWriting);
      await workspace.countPages();
    })();
  }, PAUSE_MS);
  return () => {
    clearTimeout(pause);
  };
}
