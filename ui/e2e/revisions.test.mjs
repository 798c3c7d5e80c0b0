/** The night's work: a new revision, its changes, and the responses that are carried to it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openRevisions, openSecondRevision } from './screens/revisions.mjs';
import { openStage } from './stage.mjs';

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

/** @param {import('./screens/all.mjs').View} view */
async function responses(view) {
  const shown = /** @type {any} */ (
    await view.twin((twin) => twin.workspace({ file: '/statements/sample.rostrum' }))
  );
  return /** @type {any[]} */ (shown.statement.responses);
}

test(
  'what is sure is carried together, and one undo takes it back',
  { timeout: 90_000 },
  async () => {
    const view = await stage.open({ sample: true });
    const { page } = view;
    await openRevisions(view);
    await page.getByRole('button', { name: 'Carry 2 sure responses' }).click();
    await page.getByText('2 of 4 decided').waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText('0 of 4 decided').waitFor();
    const drafts = (await responses(view)).map((r) => r.targets[0].draft);
    assert.equal(new Set(drafts).size, 1, 'all stand where they stood');
    view.clean();
    await view.close();
  },
);

test('decisions are made with keys alone, one after the other', { timeout: 90_000 }, async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openRevisions(view);
  await page.keyboard.press('Alt+ArrowDown');
  const first = page.getByRole('group', { name: 'Response to 7: Modify' });
  await first.waitFor();
  assert.ok(await first.evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Enter');
  await page.getByText('1 of 4 decided').waitFor();
  const second = page.getByRole('group', { name: 'Response to 18: Modify' });
  await page.waitForFunction(
    (element) => element === document.activeElement,
    await second.elementHandle(),
  );
  await page.keyboard.press('x');
  await page.getByText('2 of 4 decided').waitFor();
  const after = await responses(view);
  assert.equal(after.find((r) => r.id === 'r3').status, 'aside', 'kept, not dropped');
  assert.equal(after.length, 4);
  view.clean();
  await view.close();
});

test(
  'the result may be edited where both sides changed the words',
  { timeout: 90_000 },
  async () => {
    const view = await stage.open({ sample: true });
    const { page } = view;
    await openRevisions(view);
    const card = page.getByRole('group', { name: 'Response to 18: Modify' });
    await card.getByRole('textbox', { name: 'Our proposal from now on' }).fill('Our last word.');
    await card.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('1 of 4 decided').waitFor();
    const changed = (await responses(view)).find((r) => r.id === 'r3');
    assert.equal(changed.proposal, 'Our last word.');
    view.clean();
    await view.close();
  },
);

test('what is the same is hidden until asked for', { timeout: 90_000 }, async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openRevisions(view);
  assert.equal(await page.getByText('take note', { exact: false }).count(), 0);
  const same = page.getByText('States reaffirmed that international law', { exact: false });
  assert.equal(await same.count(), 0);
  await page.getByLabel('Hide what is the same').uncheck();
  await same.first().waitFor();
  view.clean();
  await view.close();
});

test('the edited result shows its changes against the new text', { timeout: 90_000 }, async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openRevisions(view);
  const card = page.getByRole('group', { name: 'Response to 18: Modify' });
  const result = card.getByRole('textbox', { name: 'Our proposal from now on' });
  await result.fill(
    'States recognized the value of the participation of interested parties, and shall always consult them, as appropriate, in a systematic, sustained and substantive manner.',
  );
  await card.locator('ins', { hasText: 'always' }).waitFor();
  assert.equal(await card.locator('.result del').count(), 0, 'nothing of the new text goes');
  view.clean();
  await view.close();
});

test(
  'what was kept aside is placed by hand, and the numbers in the text follow',
  { timeout: 90_000 },
  async () => {
    const view = await stage.open({ sample: true });
    const { page } = view;
    await openSecondRevision(view);
    const card = page.getByRole('group', { name: 'Response to 6: Keep' });
    await card.getByRole('button', { name: 'Keep aside' }).click();
    await card.getByText('Kept aside', { exact: true }).waitFor();
    const body = async () => {
      const shown = /** @type {any} */ (
        await view.twin((twin) => twin.workspace({ file: '/statements/sample.rostrum' }))
      );
      return shown.statement.body;
    };
    assert.match(await body(), /paragraph 18\)/u, 'setting aside changes no number');
    await card.getByRole('button', { name: 'Place it by hand…' }).click();
    const number = card.getByRole('textbox', { name: /Number of the paragraph/u });
    await number.fill('99');
    assert.ok(await card.getByRole('button', { name: 'Place it here' }).isDisabled());
    await number.fill('5');
    await card.getByText('States also expressed concern').waitFor();
    await card.getByRole('button', { name: 'Place it here' }).click();
    await page.getByText('1 of 4 decided').waitFor();
    const placed = (await responses(view)).find((r) => r.id === 'r1');
    assert.equal(placed.targets[0].label, '5.');
    assert.equal(placed.status, 'open');
    assert.match(await body(), /paragraph 19\)/u, 'the number follows its paragraph');
    view.clean();
    await view.close();
  },
);

test('a phrase that moved is shown as moved, not as new', { timeout: 90_000 }, async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openSecondRevision(view);
  const row = page.locator('li.row', { hasText: 'recognized the value' }).first();
  await row.locator('ins.moved', { hasText: 'systematic' }).waitFor();
  assert.equal(await row.locator('del.moved').count(), 1);
  view.clean();
  await view.close();
});
