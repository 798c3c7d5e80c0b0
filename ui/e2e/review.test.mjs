/** Partners: a Word file comes back, and what it suggests is accepted, turned down and answered. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { screens } from './screens/all.mjs';
import { openStage } from './stage.mjs';

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

test('a file that came back is decided about, entry by entry', async () => {
  const view = await stage.open({ sample: true });
  try {
    await screens['review']?.go(view);
    const { page } = view;
    assert.match(await page.locator('body').innerText(), /3 of 3 still to decide/);
    const first = page.getByRole('listitem').filter({ hasText: 'replaces' });
    await first.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('2 of 3 still to decide').waitFor();
    const body = await view.twin(async (twin) => {
      const open = await twin.workspace({ file: '/statements/sample.rostrum' });
      return open.statement.body;
    });
    assert.match(body, /firmly/, 'the words are in the statement');

    const second = page.getByRole('listitem').filter({ hasText: 'not recorded as a change' });
    assert.equal(await second.getByRole('button', { name: 'Accept' }).isDisabled(), true);
    await second.getByRole('button', { name: 'Reject' }).click();
    await page.getByText('1 of 3 still to decide').waitFor();

    const comment = page.getByRole('listitem').filter({ hasText: 'Can we name the resolution' });
    await comment.getByRole('button', { name: 'Answer' }).click();
    await comment.getByRole('textbox').fill('We do now.');
    await comment.getByRole('button', { name: 'Add answer' }).click();
    await comment.getByText('We do now.').waitFor();
    await comment.getByRole('button', { name: 'Done with it' }).click();
    await page.getByText('Everything is decided.').waitFor();
    await page.getByRole('combobox', { name: 'Show' }).selectOption('all');
    assert.equal(await page.getByText('accepted', { exact: true }).count(), 1);
  } finally {
    await view.close();
  }
});

test('many suggestions are decided by person and by key', async () => {
  const view = await stage.open({ sample: true });
  try {
    await screens['review-many']?.go(view);
    const { page } = view;
    const cards = page.locator('[data-entry^="many-"]');
    const all = await cards.count();
    assert.ok(all > 50, `${String(all)} suggestions`);
    const two = Number(
      /(\d+) to decide/.exec(
        await page.getByRole('listitem').filter({ hasText: 'Reject all' }).last().innerText(),
      )?.[1],
    );
    await page.getByRole('button', { name: 'Reject all of Partner two' }).click();
    await page.waitForFunction(
      (left) => document.querySelectorAll('[data-entry^="many-"]').length === left,
      all - two,
    );
    await cards.first().focus();
    await page.locator('[data-entry^="many-"]:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    const second = await page.evaluate(() => document.activeElement?.getAttribute('data-entry'));
    await page.locator(`[data-entry="${String(second)}"]:focus`).press('r');
    await page.locator(`[data-entry="${String(second)}"]`).waitFor({ state: 'detached' });
    // The next one has the focus, so that one key after the other decides.
    await page.locator('[data-entry^="many-"]:focus').waitFor();
  } finally {
    await view.close();
  }
});
