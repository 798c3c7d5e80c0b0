/** Before it is public: what files give away. */
import { openSample } from './all.mjs';

/**
 * Opens the sample with a file attached whose comments and changes wait for a decision.
 * @param {import('./all.mjs').View} view
 */
export async function openAnnexes(view) {
  await openSample(view);
  await view.page.keyboard.press('Control+6');
  await view.page.getByRole('button', { name: 'Attach a file…' }).click();
  await view.page.getByText(/\d for you to decide/).waitFor();
  await view.page.getByText('What it gives away', { exact: true }).click();
  await view.page.getByRole('heading', { name: 'Before it is public' }).scrollIntoViewIfNeeded();
}

/**
 * Looks at a file from the palette.
 * @param {import('./all.mjs').View} view
 */
export async function lookAtFile(view) {
  const { page } = view;
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('gives away');
  await page.getByRole('option', { name: 'Look what a file gives away…' }).click();
  await page
    .getByRole('heading', { name: 'For you to decide' })
    .or(page.getByText('Taken out'))
    .first()
    .waitFor();
}

/** @type {Record<string, import('./all.mjs').Screen>} */
export const scrubScreens = {
  annexes: { look: { sample: true, viewport: { width: 1360, height: 1500 } }, go: openAnnexes },
  'annexes-dark': { look: { sample: true, theme: 'dark' }, go: openAnnexes },
  'annexes-narrow': {
    look: { sample: true, viewport: { width: 760, height: 1400 } },
    go: openAnnexes,
  },
  'annexes-mirrored': { look: { sample: true, dir: 'rtl' }, go: openAnnexes },
  'look-at-file': { look: { sample: true }, go: lookAtFile },
  'look-at-file-dark': { look: { sample: true, theme: 'dark' }, go: lookAtFile },
};
