/** Every screen that is pictured and tested for barriers, and how to get there. */

import { begunScreens } from './begun.mjs';
import { checkingScreens } from './checking.mjs';
import { exportScreens } from './exporting.mjs';
import { fixupScreens } from './fixup.mjs';
import { pictureScreens } from './pictures.mjs';
import { respondingScreens } from './responding.mjs';
import { readingScreens } from './reading.mjs';
import { callScreens } from './calls.mjs';
import { uptakeScreens } from './uptake.mjs';
import { reviewScreens } from './review.mjs';
import { revisionScreens } from './revisions.mjs';
import { scrubScreens } from './scrub.mjs';
import { spellingScreens } from './spelling.mjs';
import { writingScreens } from './writing.mjs';

/**
 * @typedef {Awaited<ReturnType<Awaited<ReturnType<typeof import('../stage.mjs').openStage>>['open']>>} View
 * @typedef {{ look: import('../stage.mjs').Look, go: (view: View) => Promise<void> }} Screen
 */

function stay() {
  return Promise.resolve();
}

/** @param {View} view */
export async function openSample({ page }) {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByRole('navigation', { name: 'The way' }).waitFor();
}

/**
 * Starts an empty statement on the first call.
 * @param {View} view
 */
export async function startStatement({ page }) {
  await page.getByRole('button', { name: 'New statement…' }).click();
  await page.getByRole('radio').first().check();
  await page.getByRole('textbox', { name: 'Organisation' }).fill('Open Systems Forum');
  await page.getByRole('button', { name: 'Choose where to keep it…' }).click();
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
  read: {
    look: { sample: true },
    async go(view) {
      await openSample(view);
      await view.page.keyboard.press('Control+1');
      await view.page.getByRole('article').first().waitFor();
      await view.page.getByRole('button', { name: /^B\. Existing/ }).click();
    },
  },
  'read-dark': {
    look: { sample: true, theme: 'dark' },
    async go(view) {
      await openSample(view);
      await view.page.keyboard.press('Control+1');
      await view.page.getByRole('group', { name: 'Paragraph 7', exact: true }).click();
    },
  },
  'respond-contrast': {
    look: { sample: true, contrast: 'more' },
    async go(view) {
      await openSample(view);
      await view.page.getByRole('group', { name: 'Paragraph 18', exact: true }).click();
    },
  },
  'respond-mirrored': {
    look: { sample: true, dir: 'rtl' },
    async go(view) {
      await openSample(view);
      await view.page.getByRole('group', { name: 'Paragraph 7', exact: true }).click();
    },
  },
  'read-search': {
    look: { sample: true },
    async go(view) {
      await openSample(view);
      await view.page.keyboard.press('Control+1');
      await view.page
        .getByRole('searchbox', { name: 'Find in the draft' })
        .fill('interested parties');
      await view.page.keyboard.press('Enter');
    },
  },
  respond: {
    look: { sample: true },
    async go(view) {
      await openSample(view);
      await view.page.getByRole('group', { name: 'Paragraph 7' }).click();
      await view.page.getByRole('heading', { name: 'Your response to paragraph 7' }).waitFor();
    },
  },
  'respond-begin': {
    look: { sample: true },
    async go(view) {
      await openSample(view);
      await view.page.getByRole('group', { name: 'Paragraph 4' }).click();
      await view.page.getByRole('heading', { name: 'What do you ask of paragraph 4?' }).waitFor();
    },
  },
  'respond-list': {
    look: { sample: true },
    async go(view) {
      await openSample(view);
      await view.page.getByRole('button', { name: 'List' }).click();
      await view.page.getByRole('button', { name: 'Show the response to 18' }).click();
    },
  },
  'draft-joins': {
    look: { sample: true },
    async go(view) {
      await view.twin((twin) => twin.native.dropped.tell(['/drafts/revision-1.pdf']));
      await view.page.getByRole('heading', { name: 'Add it to a statement you have' }).waitFor();
    },
  },
  'no-draft': {
    look: {},
    async go(view) {
      await startStatement(view);
      await view.page.getByRole('heading', { name: 'Add the draft you answer' }).waitFor();
    },
  },
  reading: {
    look: {},
    async go(view) {
      await startStatement(view);
      await view.twin((twin) => twin.native.picks.push('/drafts/large.pdf'));
      await view.page.getByRole('button', { name: 'Choose a draft…' }).click();
      await view.page.getByText('Reading large.pdf').waitFor();
    },
  },
  locked: {
    look: {},
    async go(view) {
      await startStatement(view);
      await view.twin((twin) => twin.native.picks.push('/drafts/locked.pdf'));
      await view.page.getByRole('button', { name: 'Choose a draft…' }).click();
      await view.page.getByRole('textbox', { name: 'Password' }).waitFor();
    },
  },
  failure: {
    look: {},
    async go(view) {
      await startStatement(view);
      await view.twin((twin) => twin.native.picks.push('/drafts/scanned.pdf'));
      await view.page.getByRole('button', { name: 'Choose a draft…' }).click();
      await view.page.getByRole('alert').waitFor();
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
  ...begunScreens,
  ...checkingScreens,
  ...exportScreens,
  ...fixupScreens,
  ...pictureScreens,
  ...respondingScreens,
  ...readingScreens,
  ...uptakeScreens,
  ...callScreens,
  ...writingScreens,
  ...reviewScreens,
  ...revisionScreens,
  ...scrubScreens,
  ...spellingScreens,
};
