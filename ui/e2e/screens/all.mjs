/** Every screen that is pictured and tested for barriers, and how to get there. */

/**
 * @typedef {Awaited<ReturnType<Awaited<ReturnType<typeof import('../stage.mjs').openStage>>['open']>>} View
 * @typedef {{ look: import('../stage.mjs').Look, go: (view: View) => Promise<void> }} Screen
 */

function stay() {
  return Promise.resolve();
}

/** @param {View} view */
async function openSample({ page }) {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByRole('navigation', { name: 'The way' }).waitFor();
}

/** @type {Record<string, Screen>} */
export const screens = {
  'start-first': { look: {}, go: stay },
  start: { look: { sample: true }, go: stay },
  'start-new': {
    look: { sample: true },
    async go({ page }) {
      await page.getByRole('button', { name: 'New statement…' }).click();
      await page.getByRole('radio').first().check();
      await page.getByText('Who may answer').waitFor();
    },
  },
  palette: {
    look: { sample: true },
    async go(view) {
      await openSample(view);
      await view.page.keyboard.press('Control+k');
      await view.page.getByRole('dialog').waitFor();
    },
  },
  settings: {
    look: { sample: true },
    async go({ page }) {
      await page.keyboard.press('Control+,');
      await page.getByRole('dialog').waitFor();
    },
  },
};
