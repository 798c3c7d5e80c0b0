/** The screens on a new revision, and how to get there. */
import { openStep } from './writing.mjs';

/** @typedef {import('./all.mjs').View} View */

const file = '/statements/sample.rostrum';

/** @param {View} view */
export async function openRevisions(view) {
  await view.twin((/** @type {any} */ twin) =>
    twin.draft_add({
      file: '/statements/sample.rostrum',
      draft: '/drafts/rev1.pdf',
      password: '',
      job: '',
    }),
  );
  await openStep(view, 'Follow up');
  await view.page.getByRole('heading', { name: 'New revision' }).waitFor();
  await view.page.getByText('of 4 decided').waitFor();
}

/**
 * Opens the screen on the sample's second revision: a paragraph gone, one split, one moved.
 * @param {View} view
 */
export async function openSecondRevision(view) {
  await view.twin((/** @type {any} */ twin) =>
    twin.draft_add({
      file: '/statements/sample.rostrum',
      draft: '/drafts/rev2.pdf',
      password: '',
      job: '',
    }),
  );
  await openStep(view, 'Follow up');
  await view.page.getByText('of 4 decided').waitFor();
}

export { file };

/** @type {Record<string, import('./all.mjs').Screen>} */
export const revisionScreens = {
  revisions: { look: { sample: true }, go: openRevisions },
  'revisions-dark': { look: { sample: true, theme: 'dark' }, go: openRevisions },
  'revisions-narrow': {
    look: { sample: true, viewport: { width: 1024, height: 768 } },
    go: openRevisions,
  },
  'revisions-mirrored': { look: { sample: true, dir: 'rtl' }, go: openRevisions },
  'revisions-second': { look: { sample: true }, go: openSecondRevision },
  'revisions-place': {
    look: { sample: true },
    async go(view) {
      await openSecondRevision(view);
      const card = view.page.getByRole('group', { name: 'Response to 6: Keep' });
      await card.getByRole('button', { name: 'Place it by hand…' }).click();
      await card.getByRole('textbox', { name: /Number of the paragraph/ }).fill('5');
      await card.getByText('States also expressed concern').waitFor();
    },
  },
  'revisions-decide': {
    look: { sample: true },
    async go(view) {
      await openRevisions(view);
      await view.page.getByRole('button', { name: /Next to decide/ }).click();
      await view.page.getByText('Our proposal from now on').first().waitFor();
    },
  },
};
