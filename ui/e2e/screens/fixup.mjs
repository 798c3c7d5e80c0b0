/** Fix-up: the draft beside its page. */
import { openSample } from './all.mjs';

/** @param {import('./all.mjs').View} view */
async function start(view) {
  await openSample(view);
  await view.page.keyboard.press('Control+1');
  await view.page.getByRole('button', { name: /places? to check/ }).click();
  await view.page.getByRole('img').first().waitFor();
}

/** @type {Record<string, import('./all.mjs').Screen>} */
export const fixupScreens = {
  fixup: { look: { sample: true }, go: start },
  'fixup-dark': { look: { sample: true, theme: 'dark' }, go: start },
  'fixup-mirrored': { look: { sample: true, dir: 'rtl' }, go: start },
  'fixup-narrow': { look: { sample: true, viewport: { width: 900, height: 700 } }, go: start },
};
