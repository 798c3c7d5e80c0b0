/** Setting a draft right beside the page, by keys. */
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

test(
  'what the reader doubted is set right with keys, and undone',
  { timeout: 120_000 },
  async () => {
    const view = await stage.open({ sample: true });
    const { page } = view;
    await openSample(view);
    await page.keyboard.press('Control+1');
    await page.getByRole('button', { name: /places? to check/ }).click();
    await page.getByRole('img', { name: /the part around this paragraph/ }).waitFor();
    await view.accessible('fix-up');

    const handle = page.getByRole('slider', { name: 'Where a second paragraph begins' });
    await handle.waitFor();
    const blocks = () =>
      view.twin(async (twin) => {
        const file = '/statements/sample.rostrum';
        const { drafts } = await twin.workspace({ file });
        const shown = await twin.draft_show({ file, draft: drafts[0].id });
        return shown.draft.blocks.length;
      });
    const read = await blocks();
    await handle.press('ArrowRight');
    await handle.press('ArrowRight');
    assert.match((await handle.getAttribute('aria-valuetext')) ?? '', /^Before “/);
    await page.keyboard.press('s');
    await page.getByText('1 of 1 looked at').waitFor();
    assert.equal(await blocks(), Number(read) + 1);

    await page.keyboard.press('Alt+z');
    await page.getByText('0 of 1 looked at').waitFor();
    assert.equal(await blocks(), read);

    await page.keyboard.press('d');
    await page.getByRole('heading', { name: 'Left out' }).waitFor();
    await page.getByRole('button', { name: 'Bring back' }).click();
    await page.getByRole('heading', { name: 'Left out' }).waitFor({ state: 'hidden' });

    await page.keyboard.press('l');
    await page.getByRole('textbox', { name: 'Number as printed' }).fill('7 bis');
    await page.keyboard.press('Enter');
    await page.getByText('7 bis', { exact: true }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('article').first().waitFor();
    view.clean();
    await view.close();
  },
);

test('the whole page is shown on request', { timeout: 120_000 }, async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openSample(view);
  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: /places? to check/ }).click();
  await page.getByRole('img').first().waitFor();
  await page.keyboard.press('w');
  await page.getByRole('img', { name: /as printed/ }).waitFor();
  view.clean();
  await view.close();
});
