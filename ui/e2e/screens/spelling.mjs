/** Spelling on Check: what is not in the dictionary, its menu, and the line that tells the language. */
import { openStep } from './writing.mjs';

/** @typedef {import('./all.mjs').View} View */

/** @param {View} view */
export async function withSlips(view) {
  await view.twin(async (twin) => {
    const text = 'States shuold recieve the harbuor master.';
    const file = '/statements/sample.rostrum';
    await twin.section_write({ file, section: 'General comments', text });
  });
  await openStep(view, 'Check');
  await view.page.getByText('shuold').first().waitFor();
}

/** @param {View} view */
async function menu(view) {
  await withSlips(view);
  const more = view.page.getByRole('button', { name: /^More for: .*shuold/ }).first();
  await more.focus();
  await view.page.keyboard.press('Enter');
  await view.page.getByRole('menu').waitFor();
}

/** @type {Record<string, import('./all.mjs').Screen>} */
export const spellingScreens = {
  spelling: { look: { sample: true }, go: menu },
  'spelling-dark': { look: { sample: true, theme: 'dark' }, go: menu },
  'spelling-mirrored': { look: { sample: true, dir: 'rtl' }, go: menu },
  'spelling-narrow': { look: { sample: true, viewport: { width: 760, height: 760 } }, go: menu },
};
