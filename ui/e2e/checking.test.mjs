/** Findings while one writes: under the words, mended, set aside with a reason, and back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkingScreens, openMenu, setAside, withTypedNumbers } from './screens/checking.mjs';
import { openPage, openStep } from './screens/writing.mjs';
import { openStage } from './stage.mjs';

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

for (const [name, { look, go }] of Object.entries(checkingScreens)) {
  test(`${name} has no barrier`, async () => {
    const view = await stage.open(look);
    await go(view);
    await view.accessible(name);
    view.clean();
    await view.close();
  });
}

test('a claim that is typed is marked under its words, and the mark moves with them', async () => {
  const view = await stage.open({ sample: true });
  const box = await openPage(view);
  const marks = view.page.locator('.page-finding');
  await marks.first().waitFor();
  await box.press('Control+End');
  await view.page.keyboard.press('Enter');
  await view.page.keyboard.type('Some 12 per cent were lost.');
  const mark = view.page.locator('.page-finding', { hasText: 'Some 12 per cent were lost.' });
  await mark.waitFor();
  await box.press('Control+Home');
  await view.page.keyboard.press('Control+ArrowRight');
  await view.page.keyboard.type('of all ');
  // Before any answer of the desk, and after it.
  assert.equal(await mark.count(), 1);
  await view.page.waitForTimeout(500);
  assert.equal(await mark.count(), 1);
  view.clean();
  await view.close();
});

test('typing elsewhere draws no mark anew', async () => {
  const view = await stage.open({ sample: true });
  const box = await openPage(view);
  await view.page.locator('.page-finding').first().waitFor();
  await view.page.evaluate(() => {
    const mark = document.querySelector('.page-finding');
    if (mark) /** @type {any} */ (mark).seen = true;
  });
  await box.press('Control+End');
  await view.page.keyboard.type(' Words without a number.', { delay: 30 });
  await view.page.waitForTimeout(600);
  const same = await view.page.evaluate(
    () => /** @type {any} */ (document.querySelector('.page-finding')).seen === true,
  );
  assert.equal(same, true, 'the mark on the page is the same element');
  view.clean();
  await view.close();
});

test('a finding is set aside by keyboard with its reason, and comes back when its words change', async () => {
  const view = await stage.open({ sample: true });
  await openStep(view, 'Check');
  await openMenu(view);
  await view.page.getByRole('menuitem', { name: 'This finding' }).press('Enter');
  await view.page.getByRole('textbox', { name: 'Why' }).waitFor();
  await view.page.keyboard.press('Enter');
  await view.page.getByText('Say why, so that partners can follow it.').waitFor();
  await view.page.keyboard.type('Our own survey.');
  await view.page.keyboard.press('Enter');
  await view.page.getByText('Set aside.', { exact: true }).waitFor();
  await view.page
    .getByRole('button', { name: /^More for: A percentage/ })
    .waitFor({ state: 'detached' });
  await view.page.locator('summary', { hasText: 'Set aside' }).click();
  await view.page.getByText('Reason: Our own survey.').waitFor();
  await view.page.getByText('Holds 1 finding back.').waitFor();
  await view.twin(async (twin) => {
    const file = '/statements/sample.rostrum';
    const text = 'In 2025, 62 per cent of the organisations that we asked had lost access.';
    await twin.section_write({ file, section: 'General comments', text });
    twin.native.changed.tell(file);
  });
  await view.page
    .getByRole('navigation', { name: 'The way' })
    .getByRole('button', { name: 'Write' })
    .click();
  await view.page.locator('.page-finding', { hasText: '62 per cent' }).waitFor();
  view.clean();
  await view.close();
});

test('what was set aside comes back at the press of a button, and undo sets it aside again', async () => {
  const view = await stage.open({ sample: true });
  await openStep(view, 'Check');
  await setAside(view, 'Our own survey.');
  await view.page.locator('summary', { hasText: 'Set aside' }).click();
  await view.page.getByRole('button', { name: 'Let it come back' }).click();
  await view.page
    .getByRole('button', { name: /^More for: A percentage/ })
    .first()
    .waitFor();
  await view.page.getByRole('button', { name: 'Undo' }).last().click();
  await view.page.getByText('Reason: Our own survey.').waitFor();
  view.clean();
  await view.close();
});

test('all findings of a kind are mended at once, and one undo takes it back', async () => {
  const view = await stage.open({ sample: true });
  await withTypedNumbers(view);
  await openStep(view, 'Check');
  await view.page.getByRole('button', { name: 'Mend all 2 like this' }).click();
  await view.page.getByText('2 mended.').waitFor();
  const body = () =>
    view.twin(async (twin) => {
      const { statement } = await twin.workspace({ file: '/statements/sample.rostrum' });
      return statement.body;
    });
  assert.match(/** @type {string} */ (await body()), /\n\nFirst\.\n\nSecond\./);
  view.clean();
  await view.close();
});
