/** Follow up: a later text is read, the proposals are found in it, and a person judges beside it. */
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

test('a later text tells what of the proposals stands in it', async () => {
  const view = await stage.open({ sample: true });
  try {
    await screens['uptake']?.go(view);
    const { page } = view;
    const row = page.getByRole('article', { name: /^Paragraph 7/ });
    assert.match(await row.innerText(), /✓ adopted/);
    assert.match(await row.locator('mark').first().innerText(), /support should reach them/);
    const half = page.getByRole('article', { name: /^Paragraph 18/ });
    assert.match(await half.innerText(), /partly adopted, \d+%/);

    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('adopted');
    assert.equal(await half.count(), 0);
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('');

    await half.getByRole('radio', { name: 'Yes' }).check();
    await half.getByRole('textbox').fill('The duty is there in other words.');
    await half.getByRole('textbox').press('Enter');
    const kept = await view.twin(async (twin) => {
      const open = await twin.workspace({ file: '/statements/sample.rostrum' });
      return open.statement.responses.find((/** @type {{ id: string }} */ r) => r.id === 'r3')
        .taken_up;
    });
    assert.deepEqual(kept, { answer: 'yes', note: 'The duty is there in other words.' });
    assert.match(await half.innerText(), /partly adopted/, 'a judgement changes nothing found');

    await page.getByRole('button', { name: 'Word document' }).click();
    await page.getByText('What became of our proposals.docx').waitFor();
    view.clean();
  } finally {
    await view.close();
  }
});
