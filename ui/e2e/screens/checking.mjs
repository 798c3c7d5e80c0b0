/** The screens of findings: under the words, with their menu, set aside. */
import { openPage, openStep } from './writing.mjs';

/** @typedef {import('./all.mjs').View} View */

/** Writes numbers by hand, which a machine can mend. @param {View} view */
export async function withTypedNumbers(view) {
  await view.twin(async (twin) => {
    const file = '/statements/sample.rostrum';
    const text = '1\\. First.\n\n2\\. Second.\n\nA tenth of 12 per cent is lost.';
    await twin.section_write({ file, section: 'General comments', text });
  });
}

/** Opens the menu of the first finding on a percentage. @param {View} view */
export async function openMenu({ page }) {
  const more = page.getByRole('button', { name: /^More for: A percentage/ }).first();
  await more.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'This finding' }).waitFor();
}

/** @param {View} view @param {string} reason */
export async function setAside(view, reason) {
  await openMenu(view);
  await view.page.getByRole('menuitem', { name: 'This finding' }).press('Enter');
  await view.page.getByRole('textbox', { name: 'Why' }).fill(reason);
  await view.page.keyboard.press('Enter');
  await view.page.getByText('Set aside.', { exact: true }).waitFor();
}

/** @param {View} view */
async function writing(view) {
  await withTypedNumbers(view);
  await openPage(view);
  await view.page.locator('.page-finding').first().waitFor();
  await view.page.getByText('A tenth of').click();
  await view.page.getByRole('heading', { name: /^Found in this section/ }).waitFor();
}

/** @param {View} view */
async function aside(view) {
  await withTypedNumbers(view);
  await openStep(view, 'Check');
  await setAside(view, 'Our own survey; the annex has the numbers.');
  await view.page.locator('summary', { hasText: 'Set aside' }).click();
}

/** @type {Record<string, import('./all.mjs').Screen>} */
export const checkingScreens = {
  'check-in-text': { look: { sample: true }, go: writing },
  'check-in-text-dark': { look: { sample: true, theme: 'dark' }, go: writing },
  'check-in-text-mirrored': { look: { sample: true, dir: 'rtl' }, go: writing },
  'check-tooltip': {
    look: { sample: true },
    async go(view) {
      await writing(view);
      await view.page.keyboard.press('F8');
      await view.page.locator('.page-finding-said').waitFor();
    },
  },
  'check-menu': {
    look: { sample: true },
    async go(view) {
      await withTypedNumbers(view);
      await openStep(view, 'Check');
      await openMenu(view);
    },
  },
  'check-why': {
    look: { sample: true },
    async go(view) {
      await openStep(view, 'Check');
      await openMenu(view);
      await view.page.getByRole('menuitem', { name: 'This finding' }).press('Enter');
      await view.page.getByRole('textbox', { name: 'Why' }).waitFor();
    },
  },
  'check-aside': { look: { sample: true }, go: aside },
  'check-aside-dark': { look: { sample: true, theme: 'dark' }, go: aside },
  'check-aside-narrow': {
    look: { sample: true, viewport: { width: 820, height: 760 } },
    go: aside,
  },
  'check-count': {
    look: { sample: true },
    async go(view) {
      await openPage(view);
      await view.page.getByText('What the number is made of').click();
    },
  },
};
