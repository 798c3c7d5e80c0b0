/** The screens of answering a draft, and how to get there. */
import { openStep } from './writing.mjs';

/** @typedef {import('./all.mjs').View} View */

/** @param {View} view @param {string} label */
async function at(view, label) {
  await openStep(view, 'Respond');
  await view.page.getByRole('group', { name: `Paragraph ${label}`, exact: true }).click();
}

/** A second wording for paragraph 18 that changes the same words. @param {View} view */
async function clashing(view) {
  await view.twin(async (twin) => {
    const open = await twin.workspace({ file: '/statements/sample.rostrum' });
    const first = open.statement.responses.find(
      /** @param {{ id: string }} r */ (r) => r.id === 'r1',
    );
    if (!first) throw new Error('the sample has no first response');
    await twin.response_save({
      file: '/statements/sample.rostrum',
      response: { ...first, id: '', kind: 'delete', rationale: 'It reopens an earlier cycle.' },
    });
  });
  await at(view, '6');
  await view.page.getByRole('heading', { name: /cannot be asked together/ }).waitFor();
}

/** @param {View} view */
async function picked(view) {
  await openStep(view, 'Respond');
  const field = view.page.getByRole('textbox', { name: 'Choose paragraphs' });
  await field.fill('4-7');
  await field.press('Enter');
  await view.page.getByText('4 chosen').waitFor();
}

/** @param {View} view */
async function openings(view) {
  await at(view, '4');
  await view.page.keyboard.press('w');
  await view.page.getByRole('heading', { name: 'What could we add?' }).waitFor();
}

/** @type {Record<string, import('./all.mjs').Screen>} */
export const respondingScreens = {
  'respond-clash': { look: { sample: true }, go: clashing },
  'respond-clash-dark': { look: { sample: true, theme: 'dark' }, go: clashing },
  'respond-picked': { look: { sample: true }, go: picked },
  'respond-picked-mirrored': { look: { sample: true, dir: 'rtl' }, go: picked },
  'respond-openings': { look: { sample: true }, go: openings },
  'respond-openings-dark': { look: { sample: true, theme: 'dark' }, go: openings },
  'respond-details': {
    look: { sample: true },
    async go(view) {
      await at(view, '7');
      await view.page.getByText('Details').click();
      await view.page.getByRole('group', { name: 'Norms it touches' }).waitFor();
    },
  },
  'respond-phrases': {
    look: { sample: true },
    async go(view) {
      await at(view, '18');
      await view.page.keyboard.press('Alt+p');
      await view.page.getByRole('dialog').waitFor();
      await view.page.getByText('systematic, sustained').last().waitFor();
    },
  },
  'respond-groups': {
    look: { sample: true },
    async go(view) {
      await openStep(view, 'Respond');
      await view.page.getByRole('button', { name: 'List' }).click();
      await view.page.getByLabel('Group by').selectOption('topic');
    },
  },
};
