/** Before it is public: a file is dropped, looked through, decided about, taken out and brought back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSample } from './screens/all.mjs';
import { openStage } from './stage.mjs';

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

test('a file that is attached waits for a decision, and goes with what was decided', async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openSample(view);
  await page.keyboard.press('Control+6');
  await page.getByRole('button', { name: 'Attach a file…' }).click();
  await page.getByText('3 for you to decide. 5 things are taken out. 1 stays.').waitFor();
  await page.getByLabel('Recorded changes').selectOption('accept');
  await page.getByText('2 for you to decide. 6 things are taken out. 1 stays.').waitFor();
  await page.getByLabel('Comments', { exact: true }).selectOption('remove');
  await page.getByLabel('Hidden words').selectOption('keep');
  await page
    .getByText('7 things are taken out. 1 becomes public, as you chose. 1 stays.')
    .waitFor();

  await page.getByRole('button', { name: 'Save a clean copy…' }).click();
  await page.getByText('A clean copy is written: study (clean).docx').waitFor();

  await page.getByRole('button', { name: 'Take study.docx out' }).click();
  await page.getByText('No other file goes with the statement.').waitFor();
  const notice = page.getByText('Taken out: study.docx').locator('..').locator('..');
  await notice.getByRole('button', { name: 'Undo' }).click();
  await page
    .getByText('7 things are taken out. 1 becomes public, as you chose. 1 stays.')
    .waitFor();
  assert.deepEqual(view.faults, []);
  await view.close();
});

test('a file dropped on Hand over goes with the statement, and is no draft', async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openSample(view);
  await page.keyboard.press('Control+6');
  await page.getByText('No other file goes with the statement.').waitFor();
  await view.twin((twin) => {
    twin.native.dropped.tell(['/files/letter signed.pdf', '/files/budget.xlsx']);
    return Promise.resolve();
  });
  await page.getByText('It is signed. Cleaning would break the signature').waitFor();
  await page.getByText('This kind of file is not looked through; it goes as it is.').waitFor();
  assert.deepEqual(view.faults, []);
  await view.close();
});

test('any file is looked at from the palette, and a clean copy is written', async () => {
  const view = await stage.open({});
  const { page } = view;
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('gives away');
  await page.getByRole('option', { name: 'Look what a file gives away…' }).click();
  const dialog = page.getByRole('dialog', { name: 'What study.docx gives away' });
  await dialog.getByText('Can we prove this?').waitFor();
  await dialog.getByLabel('Comments', { exact: true }).selectOption('remove');
  await dialog.getByText('Taken out, as you chose').waitFor();
  await dialog.getByRole('button', { name: 'Save a clean copy…' }).click();
  await page.getByText('A clean copy is written: study (clean).docx').waitFor();
  assert.deepEqual(view.faults, []);
  await view.close();
});
