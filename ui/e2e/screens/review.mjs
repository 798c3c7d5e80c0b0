/** Partners: what came back in a Word file. */
import { openSample } from './all.mjs';

/**
 * Opens the sample and takes in a file that came back.
 * @param {import('./all.mjs').View} view
 */
export async function openReview(view) {
  await openSample(view);
  await view.page.keyboard.press('Control+5');
  await view.page.getByRole('button', { name: 'Take in a Word file…' }).click();
  await view.page.getByRole('heading', { name: 'Not understood' }).waitFor();
  await view.page.getByRole('heading', { name: 'What came back' }).scrollIntoViewIfNeeded();
}

/**
 * Opens the sample and takes in a file with many suggestions.
 * @param {import('./all.mjs').View} view
 */
export async function openMany(view) {
  await openSample(view);
  await view.page.keyboard.press('Control+5');
  await view.twin((twin) => twin.native.picks.push('/back/many.docx'));
  await view.page.getByRole('button', { name: 'Take in a Word file…' }).click();
  await view.page.getByRole('button', { name: 'Accept all of Partner two' }).waitFor();
  await view.page.getByRole('heading', { name: 'What came back' }).scrollIntoViewIfNeeded();
}

/** @type {Record<string, import('./all.mjs').Screen>} */
export const reviewScreens = {
  review: { look: { sample: true, viewport: { width: 1360, height: 1500 } }, go: openReview },
  'review-dark': { look: { sample: true, theme: 'dark' }, go: openReview },
  'review-many': { look: { sample: true, viewport: { width: 1360, height: 1500 } }, go: openMany },
  'review-narrow': {
    look: { sample: true, viewport: { width: 760, height: 1400 } },
    go: openReview,
  },
  'review-mirrored': { look: { sample: true, dir: 'rtl' }, go: openReview },
};
