/** Dates and plan, calls of one's own, newer rules, skeletons, and the reading view. */
import { openSample } from './all.mjs';

/** @param {import('./all.mjs').View} view */
export async function openPlan(view) {
  await openSample(view);
  await view.page.getByRole('button', { name: 'Dates and plan…' }).click();
  await view.page.getByRole('heading', { name: 'Back from the deadline' }).waitFor();
}

/** @param {import('./all.mjs').View} view */
export async function openCallForm({ page }) {
  await page.getByRole('button', { name: 'Your calls…' }).click();
  await page.getByRole('combobox', { name: 'Begin with' }).selectOption({ index: 1 });
  await page.getByRole('textbox', { name: 'Name of your call' }).fill('Our call');
  await page.getByRole('button', { name: 'Make it mine' }).click();
  await page.getByText('Length and counting').click();
  await page.getByText(/^Limit: 2000/).click();
}

/** @param {import('./all.mjs').View} view */
export async function openRenewal(view) {
  await openSample(view);
  await view.page.keyboard.press('Control+K');
  await view.page.keyboard.type('Newer rules');
  await view.page.keyboard.press('Enter');
  await view.page.getByRole('button', { name: 'Take the newer rules' }).waitFor();
}

/** @param {import('./all.mjs').View} view */
export async function openReading(view) {
  await openSample(view);
  await view.page.keyboard.press('Control+3');
  await view.page.getByRole('button', { name: 'Read aloud…' }).click();
  await view.page.getByRole('timer').waitFor();
}

/** @param {import('./all.mjs').View} view */
export async function openNotes(view) {
  await openSample(view);
  await view.page.keyboard.press('Control+3');
  await view.page.getByRole('button', { name: 'Sort notes…' }).click();
  await view.page
    .getByRole('textbox', { name: 'Notes' })
    .fill(
      'Ms Quillfeather (Harbour Watch): ransomware comes first\nWho pays for training?\nMs Quillfeather: contacts are tested too rarely',
    );
  await view.page.getByText('contacts are tested too rarely', { exact: true }).waitFor();
}

/** @type {Record<string, import('./all.mjs').Screen>} */
export const callScreens = {
  'call-plan': { look: { sample: true, viewport: { width: 1360, height: 1100 } }, go: openPlan },
  'call-plan-dark': { look: { sample: true, theme: 'dark' }, go: openPlan },
  'call-plan-mirrored': { look: { sample: true, dir: 'rtl' }, go: openPlan },
  'call-form': { look: { viewport: { width: 1360, height: 1100 } }, go: openCallForm },
  'call-form-narrow': { look: { viewport: { width: 760, height: 1000 } }, go: openCallForm },
  'call-renewal': { look: { sample: true }, go: openRenewal },
  'call-reading': { look: { sample: true }, go: openReading },
  'call-reading-dark': { look: { sample: true, theme: 'dark' }, go: openReading },
  'call-notes': { look: { sample: true }, go: openNotes },
};
