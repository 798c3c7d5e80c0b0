/** What a person does: from a dropped draft to a response with wording of its own. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSample, startStatement } from './screens/all.mjs';
import { openStage } from './stage.mjs';

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

/**
 * @param {string} name
 * @param {import('./stage.mjs').Look} look
 * @param {(view: import('./screens/all.mjs').View) => Promise<void>} run
 */
function job(name, look, run) {
  test(name, { timeout: 120_000 }, async () => {
    const view = await stage.open(look);
    try {
      await run(view);
      view.clean();
    } finally {
      await view.close();
    }
  });
}

job('a draft dropped on the start screen becomes a statement with that draft', {}, async (view) => {
  const { page } = view;
  await view.twin((twin) => twin.native.dropped.tell(['/drafts/zero-draft.pdf']));
  await page.getByText('“zero-draft.pdf” is added').waitFor();
  await page.getByRole('radio', { name: /Civilian networks/ }).check();
  await page.getByText('Not stated by the secretariat').first().waitFor();
  await page.getByRole('textbox', { name: 'Organisation' }).fill('Open Systems Forum');
  await page.getByRole('button', { name: 'Choose where to keep it…' }).click();
  await page.getByRole('heading', { name: 'B. Existing and potential threats' }).waitFor();
  await page.getByText('zero-draft.pdf is read: 27 paragraphs.').waitFor();
  assert.equal(await page.getByRole('group', { name: /^Paragraph / }).count(), 27);
});

job(
  'a draft dropped on the start screen may join a statement one has',
  { sample: true },
  async (view) => {
    const { page } = view;
    await view.twin((twin) => twin.native.dropped.tell(['/drafts/revision-1.pdf']));
    await page.getByRole('heading', { name: 'Add it to a statement you have' }).waitFor();
    await page.getByRole('dialog').locator('section button').first().click();
    await page.getByText(/revision-1\.pdf is read: \d+ paragraphs\./).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  },
);

job(
  'wording typed into a paragraph shows what changes, is saved, and can be undone',
  { sample: true },
  async (view) => {
    const { page } = view;
    await openSample(view);
    await page.getByRole('group', { name: 'Paragraph 14', exact: true }).click();
    await page.keyboard.press('m');
    const editor = page.getByRole('textbox', { name: 'Proposed wording for 14', exact: true });
    await editor.waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' and of civil society');
    const card = page.getByRole('group', { name: 'Paragraph 14', exact: true });
    await card.locator('ins').first().waitFor();
    assert.match((await card.locator('ins').allTextContents()).join(''), /civil society/);
    await page.getByRole('textbox', { name: 'Why' }).fill('They are named in paragraph 3.');
    await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
    /** @type {any} */
    const kept = await view.twin(async (twin) => {
      const { statement } = await twin.workspace({ file: '/statements/sample.rostrum' });
      return statement.responses.find((/** @type {any} */ r) => r.targets[0].label === '14.');
    });
    assert.match(kept.proposal, /and of civil society$/);
    assert.equal(kept.rationale, 'They are named in paragraph 3.');
    assert.equal(kept.kind, 'modify');
    await page.getByRole('button', { name: 'Take out' }).click();
    await page.getByText('The response is taken out.').waitFor();
    await page
      .getByRole('region', { name: 'Notices' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await page.getByRole('button', { name: /5 responses/ }).waitFor();
  },
);

job('leaving in the middle of typing loses nothing', { sample: true }, async (view) => {
  const { page } = view;
  await openSample(view);
  await page.getByRole('group', { name: 'Paragraph 8', exact: true }).click();
  await page.keyboard.press('r');
  await page
    .getByRole('textbox', { name: 'Remark' })
    .pressSequentially('Data exist.', { delay: 5 });
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: /5 responses/ }).waitFor();
  const kept = await view.twin(async (twin) => {
    const { statement } = await twin.workspace({ file: '/statements/sample.rostrum' });
    return statement.responses.map((/** @type {any} */ r) => r.rationale);
  });
  assert.ok(/** @type {string[]} */ (kept).includes('Data exist.'));
});

job('what is not on the disk is not called saved', { sample: true }, async (view) => {
  const { page } = view;
  await openSample(view);
  await page.getByRole('group', { name: 'Paragraph 8', exact: true }).click();
  await view.twin((twin) => twin.failNext('response_save', 'disk_full'));
  await page.keyboard.press('k');
  await page.getByText('Not saved', { exact: true }).waitFor();
  await page.getByRole('alert').filter({ hasText: 'The disk is full' }).waitFor();
  await page.getByRole('button', { name: 'Next paragraph' }).click();
});

job('long reading shows its progress and stops when asked', {}, async (view) => {
  const { page } = view;
  await startStatement(view);
  await view.twin((twin) => twin.native.picks.push('/drafts/large.pdf'));
  await page.getByRole('button', { name: 'Choose a draft…' }).click();
  await page.getByRole('progressbar', { name: 'Reading large.pdf' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Stopped reading large.pdf').waitFor();
  await page.getByRole('heading', { name: 'Add the draft you answer' }).waitFor();
});

job('a draft behind a password asks for it, again when it is wrong', {}, async (view) => {
  const { page } = view;
  await startStatement(view);
  await view.twin((twin) => twin.native.picks.push('/drafts/locked.pdf'));
  await page.getByRole('button', { name: 'Choose a draft…' }).click();
  await page.getByRole('textbox', { name: 'Password' }).fill('guess');
  await page.keyboard.press('Enter');
  await page.getByText('This is not the password').waitFor();
  await page.getByRole('textbox', { name: 'Password' }).fill('open');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'A. Introduction' }).waitFor();
});

job('every refusal of a draft names the file and the remedy', {}, async (view) => {
  const { page } = view;
  await startStatement(view);
  for (const [file, said] of [
    ['scanned.pdf', 'pictures of pages'],
    ['damaged.pdf', 'is damaged'],
    ['empty.docx', 'holds no text'],
    ['old.doc', 'Save it as DOCX or PDF'],
  ]) {
    await view.twin(`(twin) => twin.native.picks.push('/drafts/${file}')`);
    await page.getByRole('button', { name: 'Choose a draft…' }).click();
    const alert = page.getByRole('alert').filter({ hasText: said ?? '' });
    await alert.waitFor();
    assert.match(await alert.innerText(), new RegExp(file ?? ''));
  }
});

job(
  'the deadline says where, here, how long, and why it is assumed',
  { sample: true },
  async (view) => {
    const { page } = view;
    await openSample(view);
    const deadline = page.getByRole('group', { name: 'Deadline' });
    await deadline.getByText('Closes Fri 4 Dec, 17:00 New York').waitFor();
    await deadline.getByText('Sat 5 Dec, 01:00 here').waitFor();
    await deadline.getByText('in 12 days').waitFor();
    await deadline.getByRole('button', { name: 'hour assumed' }).click();
    await deadline.getByText('close of business').first().waitFor();
  },
);

job('a paragraph is found by its number and by its words', { sample: true }, async (view) => {
  const { page } = view;
  await openSample(view);
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+g');
  await page.keyboard.type('11 (b)');
  await page.keyboard.press('Enter');
  await page.locator('.block.at').filter({ hasText: 'legal protection' }).waitFor();
  await page.keyboard.press('Control+g');
  await page.keyboard.type('99');
  await page.keyboard.press('Enter');
  await page.getByText('There is no paragraph 99.').waitFor();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('non-binding');
  await page.getByText('1/1', { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.block.at').filter({ hasText: 'voluntary and' }).waitFor();
});

job('a statement changed by someone else is shown anew', { sample: true }, async (view) => {
  const { page } = view;
  await openSample(view);
  await view.twin(async (twin) => {
    const file = '/statements/sample.rostrum';
    await twin.header_set({ file, field: 'title', value: 'Changed from the command line' });
    twin.native.changed.tell(file);
  });
  await page.getByRole('heading', { name: 'Changed from the command line' }).waitFor();
});

job('the look is kept on this machine', { sample: true }, async (view) => {
  const { page } = view;
  await page.keyboard.press('Control+,');
  await page.getByRole('combobox', { name: 'Light or dark' }).selectOption('dark');
  await page.getByRole('combobox', { name: 'Contrast' }).selectOption('more');
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  assert.equal(await page.locator('html').getAttribute('data-contrast'), 'more');
  assert.equal(await page.evaluate(() => localStorage.getItem('rostrum.theme')), 'dark');
});
