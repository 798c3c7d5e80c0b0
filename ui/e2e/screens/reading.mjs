/** The screens of Read: text, differences, original, outline, terms, finding, Arabic. */
/** @typedef {import('./all.mjs').View} View */

/**
 * Opens the sample in Read.
 * @param {View} view
 */
export async function openRead(view) {
  await view.page.getByRole('button', { name: 'Open the sample' }).click();
  await view.page.getByRole('navigation', { name: 'The way' }).waitFor();
  await view.page.keyboard.press('Control+1');
  await view.page.getByRole('article').first().waitFor();
}

/**
 * Adds a draft whose name says what the twin makes of it.
 * @param {View} view
 * @param {string} path
 */
export async function addDraft(view, path) {
  await view.twin(`(twin) => twin.native.dropped.tell(['${path}'])`);
  await view.page.getByRole('combobox', { name: 'Which draft' }).waitFor();
}

/** @type {Record<string, import('./all.mjs').Screen>} */
export const readingScreens = {
  'read-topics': {
    look: { sample: true },
    async go(view) {
      await openRead(view);
      const { page } = view;
      await page.getByRole('button', { name: 'Topics' }).click();
      await page.getByText('Capacity-building', { exact: true }).first().click();
    },
  },
  'read-terms': {
    look: { sample: true },
    async go(view) {
      await openRead(view);
      const { page } = view;
      await page.getByRole('button', { name: 'Terms' }).click();
      await page.getByRole('group', { name: 'Paragraph 18', exact: true }).click();
      await page.getByRole('button', { name: 'as appropriate' }).first().click();
      await page.getByRole('dialog', { name: 'as appropriate' }).waitFor();
    },
  },
  'read-everywhere': {
    look: { sample: true },
    async go(view) {
      await openRead(view);
      await addDraft(view, '/drafts/rev1.pdf');
      const { page } = view;
      await page.keyboard.press('Control+Shift+F');
      await page.keyboard.type('interested parties');
      await page
        .getByText(/places/u)
        .first()
        .waitFor();
    },
  },
  'read-differences': {
    look: { sample: true },
    async go(view) {
      await openRead(view);
      await addDraft(view, '/drafts/rev1.pdf');
      const { page } = view;
      await page.getByRole('button', { name: 'Differences' }).click();
      await page.getByRole('article').first().waitFor();
      await page.waitForTimeout(200);
    },
  },
  'read-original': {
    look: { sample: true },
    async go(view) {
      await openRead(view);
      const { page } = view;
      await page.getByRole('group', { name: 'Paragraph 7', exact: true }).click();
      await page.getByRole('button', { name: 'Original', exact: true }).click();
      await page.getByRole('img').first().waitFor();
    },
  },
  'read-jump': {
    look: { sample: true },
    async go(view) {
      await openRead(view);
      await view.page.keyboard.type('14');
      await view.page.getByRole('option').first().waitFor();
    },
  },
  'read-arabic': {
    look: { sample: true },
    async go(view) {
      await openRead(view);
      await addDraft(view, '/drafts/arabic.docx');
      await view.page.getByText(/^Arabic/u).waitFor();
      await view.page.getByRole('group', { name: 'Paragraph 3', exact: true }).click();
    },
  },
  'read-arabic-mirrored': {
    look: { sample: true, dir: 'rtl', theme: 'dark' },
    async go(view) {
      await openRead(view);
      await addDraft(view, '/drafts/arabic.docx');
      await view.page.getByText(/^Arabic/u).waitFor();
      await view.page.getByRole('group', { name: 'Paragraph 3', exact: true }).click();
    },
  },
  'read-narrow': {
    look: { sample: true, viewport: { width: 1000, height: 760 } },
    async go(view) {
      await openRead(view);
      await view.page.getByRole('group', { name: 'Paragraph 5', exact: true }).click();
    },
  },
  'read-glossary': {
    look: { sample: true },
    async go(view) {
      await openRead(view);
      await view.page.keyboard.press('Control+k');
      // The box takes the focus a moment after it shows; what is typed before is lost.
      const box = view.page.getByRole('combobox', { name: 'What do you want to do?' });
      await box.fill('look a word');
      await view.page.getByRole('option', { name: /look a word/i, selected: true }).waitFor();
      await box.press('Enter');
      await view.page.getByRole('dialog', { name: 'Words' }).waitFor();
    },
  },
};
