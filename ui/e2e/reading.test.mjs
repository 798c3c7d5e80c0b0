/** Reading: a label typed anywhere, finding, terms, the place kept, long and Arabic drafts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDraft, openRead } from './screens/reading.mjs';
import { openStage } from './stage.mjs';

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

const timeout = 120_000;

test('a label typed anywhere goes to its paragraph', { timeout }, async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openRead(view);
  await page.keyboard.type('14 bis');
  await page.keyboard.press('Enter');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  assert.equal(await focused(), 'Paragraph 14 bis');
  await page.keyboard.type('99');
  await page.getByText('There is no paragraph 99.').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await focused(), 'Paragraph 14 bis');
  view.clean();
  await view.close();
});

test('finding counts the places and goes round them', { timeout }, async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openRead(view);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('Norms');
  const told = page.getByRole('toolbar').getByRole('status');
  const places = async () => (await told.locator('[aria-hidden]').textContent()) ?? '';
  const [, all] = (await places()).split('/');
  assert.equal(await places(), `1/${all}`);
  await page.keyboard.press('Shift+Enter');
  assert.equal(await places(), `${all}/${all}`);
  await page.keyboard.press('Enter');
  assert.equal(await places(), `1/${all}`);
  await page.getByRole('button', { name: 'Whole words only' }).click();
  await page.getByRole('searchbox').fill('norm');
  await page.getByText('not found').waitFor();
  view.clean();
  await view.close();
});

test('a term is explained by keys, and the keys return to it', { timeout }, async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openRead(view);
  await page.getByRole('button', { name: 'Terms' }).click();
  const term = page.getByRole('button', { name: 'non-objection basis' });
  await page.getByRole('group', { name: 'Paragraph 19', exact: true }).click();
  await term.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'non-objection basis' }).waitFor();
  await view.accessible('a term explained');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  assert.ok(await term.evaluate((element) => element === document.activeElement));
  view.clean();
  await view.close();
});

test('a mark in the margin leads to its card and back', { timeout }, async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openRead(view);
  const paragraph = page.getByRole('group', { name: 'Paragraph 18', exact: true });
  await paragraph.getByRole('button', { name: /^Your response: Modify/u }).click();
  await page.getByRole('heading', { name: 'Your response to paragraph 18' }).waitFor();
  await page.getByRole('button', { name: 'Back to reading' }).click();
  await paragraph.waitFor();
  assert.ok(await paragraph.evaluate((element) => element.classList.contains('at')));
  view.clean();
  await view.close();
});

test('the place survives leaving the statement', { timeout }, async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openRead(view);
  await page.keyboard.type('21');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Original', exact: true }).click();
  await page.keyboard.press('Control+w');
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByRole('button', { name: 'Original', exact: true, pressed: true }).waitFor();
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  const paragraph = page.getByRole('group', { name: 'Paragraph 21', exact: true });
  assert.ok(await paragraph.evaluate((element) => element.classList.contains('at')));
  view.clean();
  await view.close();
});

test('an Arabic draft is read from right to left', { timeout }, async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openRead(view);
  await addDraft(view, '/drafts/arabic.docx');
  const article = page.locator('article[lang="ar"]');
  await article.waitFor();
  const label = await page.getByText('3.', { exact: true }).boundingBox();
  const words = await page.getByText(/^أعربت/u).boundingBox();
  assert.ok(label && words && label.x > words.x, 'the label stands at the right');
  const symbol = page.getByText(/^A\/WG\.90/u).first();
  assert.equal(await symbol.evaluate((element) => element.closest('p')?.dir), 'rtl');
  await page.getByRole('searchbox', { name: 'Find in the draft' }).fill('القائمه');
  assert.equal(await page.locator('mark').count(), 1);
  await view.accessible('an Arabic draft');
  view.clean();
  await view.close();
});

test('a draft of 1,363 paragraphs answers at once', { timeout }, async (context) => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openRead(view);
  await addDraft(view, '/drafts/long.docx');
  await page.getByText(/^English · 1363 paragraphs/u).waitFor();
  /** Milliseconds from a key to the frame after it. @param {string} key */
  const answer = (key) =>
    page.evaluate(
      (pressed) =>
        new Promise((resolve) => {
          const began = performance.now();
          const target = document.activeElement ?? document.body;
          target.dispatchEvent(
            new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }),
          );
          requestAnimationFrame(() => {
            setTimeout(() => {
              resolve(performance.now() - began);
            });
          });
        }),
      key,
    );
  await page.getByRole('group', { name: 'Paragraph 2', exact: true }).click();
  /** @type {number[]} */
  const steps = [];
  for (let at = 0; at < 9; at += 1) steps.push(Number(await answer('ArrowDown')));
  steps.sort((a, b) => a - b);
  const typical = steps[4] ?? Number.POSITIVE_INFINITY;
  context.diagnostic(`a step takes ${typical.toFixed(0)} ms`);
  // Twice the promise of the window: the machine of a test is shared.
  assert.ok(typical < 200, `a step takes ${typical.toFixed(0)} ms`);
  await page.keyboard.type('1300');
  const began = Date.now();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Paragraph 1300', exact: true }).waitFor();
  context.diagnostic(`a jump takes ${String(Date.now() - began)} ms`);
  const seen = await page
    .getByRole('group', { name: 'Paragraph 1300', exact: true })
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= window.innerHeight;
    });
  assert.ok(seen, 'the paragraph is in view');
  view.clean();
  await view.close();
});
