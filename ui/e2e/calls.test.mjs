/** The rules of the call: dates and plan, calls of one's own, newer rules, notes, reading aloud. */
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

/**
 * Runs a scene on a screen and ends it.
 * @param {string} name
 * @param {(view: import('./screens/all.mjs').View) => Promise<void>} scene
 */
async function on(name, scene) {
  const screen = screens[name];
  assert.ok(screen, `no screen ${name}`);
  const view = await stage.open(screen.look);
  try {
    await screen.go(view);
    await scene(view);
    view.clean();
  } finally {
    await view.close();
  }
}

test('a plan is moved, ticked, fitted and saved as a calendar', () =>
  on('call-plan', async ({ page, twin }) => {
    await page.getByRole('spinbutton', { name: /Text freeze/ }).fill('4');
    await page.keyboard.press('Tab');
    await page.getByRole('checkbox', { name: 'Done: First text is ready' }).check();
    await page.getByRole('textbox', { name: 'What is to be done' }).fill('Ask the adviser');
    await page.getByRole('button', { name: 'Add a step' }).click();
    await page.getByRole('rowheader', { name: /Ask the adviser/ }).waitFor();
    await page.getByRole('button', { name: 'Save as a calendar…' }).click();
    await page.getByText('Saved with alarms: Deadlines.ics').waitFor();
    const plan = await twin(async (t) => {
      const open = await t.workspace({ file: '/statements/sample.rostrum' });
      return open.statement.plan;
    });
    assert.equal(plan['freeze'], '4');
    assert.equal(plan['draft.done'], '1');
    assert.equal(plan['own-1.name'], 'Ask the adviser');
  }));

test('a call of one’s own tells its faults at their fields and is listed as yours', () =>
  on('call-form', async ({ page }) => {
    const most = page.getByRole('textbox', { name: 'At most' }).first();
    await most.fill('0');
    await page.keyboard.press('Tab');
    await page.getByText('The limit is 0. Give the number.').first().waitFor();
    await most.fill('700');
    await page.keyboard.press('Tab');
    await page.getByText('No fault. It can be begun with.').waitFor();
    await page.getByRole('button', { name: 'Text (TOML)' }).click();
    assert.match(await page.getByRole('textbox', { name: 'The call as text' }).inputValue(), /700/);
    await page.getByRole('button', { name: 'All my calls' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: /Our call yours/ }).waitFor();
  }));

test('newer rules are shown field by field and taken', () =>
  on('call-renewal', async ({ page, twin }) => {
    const row = page.getByRole('row', { name: /Limit: At most/ });
    assert.match(await row.innerText(), /2000\s+2200/);
    await page.getByRole('button', { name: 'Take the newer rules' }).click();
    await page.getByText('The statement now keeps version 3.').waitFor();
    const limit = await twin(async (t) => {
      const open = await t.workspace({ file: '/statements/sample.rostrum' });
      return open.call.limits[0].max;
    });
    assert.equal(limit, 2200);
  }));

test('notes leave names out unless they are ticked', () =>
  on('call-notes', async ({ page }) => {
    const tick = page.getByRole('checkbox', { name: /Ms Quillfeather/ });
    const points = page.getByRole('listitem');
    assert.equal(await points.getByText('Ms Quillfeather:').count(), 0);
    await tick.check();
    await points.getByText('Ms Quillfeather:').first().waitFor();
  }));

test('the reading view runs, pauses, passes over a sentence and leaves by Escape', () =>
  on('call-reading', async ({ page }) => {
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Go on' }).waitFor();
    const first = page.locator('[data-at="0"]');
    await first.click();
    assert.equal(await first.getAttribute('aria-pressed'), 'true');
    await page.getByRole('button', { name: 'Save the delivered text…' }).click();
    await page.getByText('Saved: Delivered text.docx').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('timer').count(), 0);
  }));
