/** Follow up: what of the proposals stands in a later text. */
import { openSample } from './all.mjs';

/**
 * Opens the sample with a later text.
 * @param {import('./all.mjs').View} view
 */
export async function openUptake(view) {
  await openSample(view);
  await view.page.keyboard.press('Control+7');
  await view.twin((twin) => twin.native.picks.push('/drafts/rev1.pdf'));
  await view.page.getByRole('button', { name: 'Add a later text…' }).click();
  const rows = view.page.getByRole('article');
  await rows.first().waitFor();
  await rows.first().getByRole('radio', { name: 'Partly' }).check();
  await view.page.getByText('In numbers').click();
  await view.page
    .getByRole('heading', { name: /^What of your proposals/ })
    .scrollIntoViewIfNeeded();
}

/** @type {Record<string, import('./all.mjs').Screen>} */
export const uptakeScreens = {
  uptake: { look: { sample: true, viewport: { width: 1360, height: 1500 } }, go: openUptake },
  'uptake-dark': { look: { sample: true, theme: 'dark' }, go: openUptake },
  'uptake-narrow': {
    look: { sample: true, viewport: { width: 760, height: 1400 } },
    go: openUptake,
  },
  'uptake-mirrored': { look: { sample: true, dir: 'rtl' }, go: openUptake },
};
