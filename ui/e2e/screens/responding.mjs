/** The screens of answering a draft, and how to get there. */
import { openStep } from './writing.mjs';

/** @typedef {import('./all.mjs').View} View */

/** Opens the sample at a paragraph. @param {View} view @param {string} label */
export async function at(view, label) {
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

/**
 * Opens a statement to a call that forbids emphasis, with a changed and a deleted paragraph.
 * @param {View} view
 */
export async function openBracketed(view) {
  await view.twin(async (twin) => {
    const file = '/statements/bracketed.rostrum';
    await twin.statement_new({
      file,
      call: 'commission-written',
      title: 'In brackets',
      organisation: 'Open Systems Forum',
      skeleton: '',
    });
    await twin.draft_add({ file, draft: '/drafts/zero-draft.pdf', password: '', job: '' });
  });
  await view.twin((twin) => twin.native.picks.push('/statements/bracketed.rostrum'));
  await view.page.getByRole('button', { name: 'Open a statement…' }).click();
  await view.page.getByRole('navigation', { name: 'The way' }).waitFor();
  await view.page
    .getByRole('navigation', { name: 'The way' })
    .getByRole('button', { name: 'Respond' })
    .click();
  await view.page.getByRole('group', { name: 'Paragraph 18', exact: true }).click();
  await view.page.keyboard.press('m');
  await view.page
    .getByRole('textbox', { name: /Proposed wording for 18/ })
    .fill(
      'States recognized the value of the participation of interested parties, and shall consult them in a systematic, sustained and substantive manner.',
    );
  await view.page.getByText('[add: shall]').waitFor();
}

/**
 * Writes a second and a third wording for paragraph 18.
 * @param {View} view
 */
export async function withChoices(view) {
  await at(view, '18');
  for (const word of ['must', 'will']) {
    const more = view.page.getByRole('button', { name: 'Write a second choice' });
    await more.focus();
    await view.page.keyboard.press('Enter');
    await view.page.getByText('second choice', { exact: true }).first().waitFor();
    const box = view.page.getByRole('textbox', { name: /Proposed wording for 18/ });
    await box.fill(
      `States recognized the value of the participation of interested parties, and ${word} consult them in a systematic, sustained and substantive manner.`,
    );
    await view.page.waitForTimeout(700);
  }
}

/** Opens the list of similar paragraphs for a change to paragraph 4. @param {View} view */
export async function withAlike(view) {
  await at(view, '4');
  await view.page.keyboard.press('m');
  const box = view.page.getByRole('textbox', { name: /Proposed wording for 4/ });
  await box.fill((await box.innerText()).replace('increasing in number', 'growing in number'));
  await view.page.waitForTimeout(700);
  const title = view.page.locator('summary', { hasText: 'Similar paragraphs' });
  await title.focus();
  await view.page.keyboard.press('Enter');
  await view.page
    .getByRole('button', { name: /^Respond the same way to/ })
    .first()
    .waitFor();
}

const narrow = { width: 760, height: 860 };

/** @type {Record<string, import('./all.mjs').Screen>} */
export const respondingScreens = {
  'respond-clash': { look: { sample: true }, go: clashing },
  'respond-clash-dark': { look: { sample: true, theme: 'dark' }, go: clashing },
  'respond-picked': { look: { sample: true }, go: picked },
  'respond-picked-mirrored': { look: { sample: true, dir: 'rtl' }, go: picked },
  'respond-openings': { look: { sample: true }, go: openings },
  'respond-openings-dark': { look: { sample: true, theme: 'dark' }, go: openings },
  'respond-choices': { look: { sample: true }, go: withChoices },
  'respond-choices-narrow': { look: { sample: true, viewport: narrow }, go: withChoices },
  'respond-alike': { look: { sample: true }, go: withAlike },
  'respond-alike-mirrored': { look: { sample: true, dir: 'rtl' }, go: withAlike },
  'respond-brackets': { look: {}, go: openBracketed },
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
      await view.page.keyboard.press('Alt+a');
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
