import { describe, expect, it } from 'vitest';
import type { Workspace } from '../backend/backend';
import { useBackend } from '../backend/current';
import { memoryBackend } from '../backend/memory';
import { workspace } from './workspace.svelte';

/** Returns the sample as if its call limited pages. */
function limited(open: Workspace): Workspace {
  const limit = { unit: 'pages', applies_to: 'whole', section: null, max: 5, used: null } as const;
  return { ...open, count: { ...open.count, limits: [limit] } };
}

describe('pages of a statement whose call limits them', () => {
  it('are counted once for each state of the statement, and never where nothing limits them', async () => {
    const twin = memoryBackend();
    const asked: string[] = [];
    useBackend({
      ...twin,
      pages_count: async ({ file }) => {
        asked.push(file);
        const counted = await twin.pages_count({ file });
        const limits = [
          { unit: 'pages' as const, applies_to: 'whole' as const, section: null, max: 5, used: 7 },
        ];
        return { ...counted, count: { ...counted.count, limits } };
      },
    });
    const open = await twin.sample_open({});
    await workspace.open(() => Promise.resolve(open));
    expect(workspace.pagesWanted).toBe(false);
    workspace.take(limited(open));
    expect(workspace.pagesWanted).toBe(true);
    await workspace.countPages();
    expect(workspace.current?.count.limits[0]?.used).toBe(7);
    expect(workspace.pagesWanted).toBe(false);
    workspace.take(limited(open));
    expect(workspace.pagesWanted).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it('that were overtaken by a change are not shown', async () => {
    const twin = memoryBackend();
    const open = await twin.sample_open({});
    let go = (): void => undefined;
    const waiting = new Promise<void>((resolve) => {
      go = resolve;
    });
    useBackend({
      ...twin,
      pages_count: async (request) => {
        await waiting;
        return twin.pages_count(request);
      },
    });
    await workspace.open(() => Promise.resolve(limited(open)));
    const counting = workspace.countPages();
    const later = limited(open);
    workspace.take(later);
    go();
    await counting;
    expect(workspace.current).toBe(later);
    expect(workspace.pagesWanted).toBe(true);
  });
});
