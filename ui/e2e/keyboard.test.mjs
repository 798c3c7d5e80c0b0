/** The job without a mouse, and the window mirrored. */
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

test('a response is written with keys alone', { timeout: 120_000 }, async () => {
  const view = await stage.open({});
  const { page } = view;
  const press = (/** @type {string} */ key) => page.keyboard.press(key);
  // Nothing is waited for: quick hands type on while the box opens.
  await press('Control+k');
  await page.keyboard.type('open the sample');
  await press('Enter');
  await page.getByRole('navigation', { name: 'The way' }).waitFor();
  await press('Control+2');
  await press('Control+g');
  await page.keyboard.type('20');
  await press('Enter');
  await page.getByRole('heading', { name: 'What do you ask of paragraph 20?' }).waitFor();
  await press('q');
  await page.getByRole('textbox', { name: 'Question' }).waitFor();
  await page.keyboard.type('Will the report be public?');
  await press('Alt+ArrowDown');
  await page.getByRole('button', { name: /5 responses/ }).waitFor();
  await press('Alt+ArrowDown');
  await press('m');
  await page.getByRole('textbox', { name: /Proposed wording for 21/ }).waitFor();
  await page.keyboard.type('All ');
  await press('Escape');
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  assert.equal(focused, 'Paragraph 21');
  await press('l');
  await page.getByRole('table').waitFor();
  const redo = page.getByRole('button', { name: 'Redo', exact: true });
  await press('Control+z');
  await redo.and(page.locator(':enabled')).waitFor();
  await press('Control+y');
  await redo.and(page.locator(':disabled')).waitFor();
  await press('Alt+z');
  view.clean();
  await view.close();
});

test('focus is always to be seen', { timeout: 120_000 }, async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openSample(view);
  for (let step = 0; step < 24; step += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'body';
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return `${element.tagName} ${outlineStyle} ${outlineWidth}`;
    });
    assert.doesNotMatch(outline, / none | 0px/, `after ${step + 1} steps`);
  }
  await view.close();
});

test(
  'every dialog steps back with Escape, and the keys return where they were',
  { timeout: 120_000 },
  async () => {
    const view = await stage.open({ sample: true });
    const { page } = view;
    const button = page.getByRole('button', { name: 'New statement…' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.ok(await button.evaluate((element) => element === document.activeElement));
    view.clean();
    await view.close();
  },
);

test(
  'a dialog begins at its first field, and no key reaches what lies under it',
  { timeout: 120_000 },
  async () => {
    const view = await stage.open({ sample: true });
    const { page } = view;
    await openSample(view);
    await page.keyboard.press('Control+3');
    const box = page.getByRole('textbox', { name: 'Text of the statement' });
    await box.press('Control+End');
    await box.press('Control+Shift+k');
    await page.getByRole('dialog').locator('input:focus').waitFor();
    await page.keyboard.press('Control+4');
    await page.keyboard.press('Control+w');
    assert.equal(await page.getByRole('dialog').count(), 1);
    await page.keyboard.press('Escape');
    await page.locator('.cm-content:focus').waitFor();
    await page.keyboard.press('Control+4');
    await page.getByRole('heading', { name: 'Check', exact: true }).waitFor();
    await page.locator('[role=group][aria-label=Check]:focus').waitFor();
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog').locator('.body :focus, .foot :focus').waitFor();
    view.clean();
    await view.close();
  },
);

test('the window mirrors from right to left', { timeout: 120_000 }, async () => {
  const view = await stage.open({ sample: true, dir: 'rtl' });
  const { page } = view;
  await openSample(view);
  const rail = await page.getByRole('navigation', { name: 'The way' }).boundingBox();
  const side = await page.getByRole('complementary', { name: 'Side panel' }).boundingBox();
  assert.ok(rail && side && rail.x > side.x, 'the rail stands at the right');
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  assert.equal(wide, false, 'nothing sticks out');
  await view.accessible('respond, from right to left');
  view.clean();
  await view.close();
});
