/** The screens of pictures in the text. */
import { openPage } from './writing.mjs';

/** @typedef {import('./all.mjs').View} View */

/** A text with a picture that is described, one that is not, and one that is not there. @param {View} view */
async function figures(view) {
  await view.twin(async (twin) => {
    const at = '/statements/sample.rostrum';
    const nowhere = { put: 'nowhere' };
    const words = { name: '', alt: '', caption: '', job: '', place: nowhere };
    await twin.picture_add({ file: at, path: '/files/reports-by-region.png', ...words });
    await twin.picture_add({ file: at, path: '/files/photo.jpg', ...words });
    await twin.picture_add({ file: at, path: '/files/spare.png', ...words });
    await twin
      .picture_set({ file: at, id: 'picture-2', share: 33, name: null, words: null })
      .catch(() => undefined);
    const text =
      'Reports differ by region.\n\n![Five bars; the Pacific has the longest](reports-by-region.png "Figure 1. Reports by region, 2025")\n\n![](photo.jpg)\n\n![A map](lost.png)\n\nWe ask for more of them.';
    await twin.section_write({ file: at, section: 'Summary', text });
  });
  const box = await openPage(view);
  await box.locator('.page-picture img[src^="data:"]').first().waitFor();
  return box;
}

/** @param {View} view */
async function asked(view) {
  const box = await openPage(view);
  await view.twin((twin) => twin.native.picks.push('/files/photo.jpg'));
  await box.press('Control+Alt+p');
  await view.page.getByRole('dialog').locator('img').waitFor();
}

/** @param {View} view */
async function changed(view) {
  const box = await figures(view);
  await box.getByRole('button', { name: 'Change…' }).first().click();
  await view.page.getByRole('dialog').locator('img').waitFor();
}

/** @type {Record<string, import('./all.mjs').Screen>} */
export const pictureScreens = {
  'pictures-text': {
    look: { sample: true },
    async go(view) {
      await figures(view);
    },
  },
  'pictures-text-dark': {
    look: { sample: true, theme: 'dark', dir: 'rtl', viewport: { width: 820, height: 760 } },
    async go(view) {
      await figures(view);
    },
  },
  'pictures-asked': { look: { sample: true }, go: asked },
  'pictures-asked-narrow': {
    look: { sample: true, theme: 'dark', viewport: { width: 760, height: 700 } },
    go: asked,
  },
  'pictures-changed': { look: { sample: true, dir: 'rtl' }, go: changed },
};
