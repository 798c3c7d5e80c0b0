/** The night's work: a new revision, its changes, and the responses that are carried to it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openRevisions } from './screens/revisions.mjs';
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
