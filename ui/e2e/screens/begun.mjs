/** A statement that was begun in Word: what the file is, and what becomes of it. */

/**
 * Looks at what would become of a Word file.
 * @param {import('./all.mjs').View} view
 */
export async function lookAtText(view) {
  await view.twin((twin) => twin.native.picks.push('/texts/comments.docx'));
  await view.page.getByRole('button', { name: 'Begin from a Word file…' }).click();
  await view.page.getByRole('radio').first().check();
  await view.page.getByRole('button', { name: 'See what becomes of it' }).click();
  await view.page.getByRole('heading', { name: 'Not carried over' }).waitFor();
}

/** @type {Record<string, import('./all.mjs').Screen>} */
export const begunScreens = {
  'what-file': {
    look: {},
    async go(view) {
      await view.twin((twin) => twin.native.dropped.tell(['/texts/comments.docx']));
      await view.page.getByRole('button', { name: /Our own text/ }).waitFor();
    },
  },
  begun: { look: {}, go: lookAtText },
  'begun-dark': { look: { theme: 'dark' }, go: lookAtText },
  'begun-narrow': { look: { viewport: { width: 760, height: 1100 } }, go: lookAtText },
  'begun-mirrored': { look: { dir: 'rtl' }, go: lookAtText },
};
