/** Answering a draft: choices, clashes, several paragraphs at once, agreed language, and what the team notes. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at, openBracketed, withAlike, withChoices } from './screens/responding.mjs';
import { openStage } from './stage.mjs';

/** @typedef {import('./screens/all.mjs').View} View */

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

/** The responses as the desk has them. @param {View} view @returns {Promise<any[]>} */
async function responses(view) {
  const shown = /** @type {any} */ (
    await view.twin((twin) => twin.workspace({ file: '/statements/sample.rostrum' }))
  );
  return shown.statement.responses;
}

/**
 * Waits until the desk's responses are as wanted, and returns them.
 * @param {View} view
 * @param {(all: any[]) => boolean} wanted
 */
async function until(view, wanted) {
  for (let waited = 0; waited < 80; waited += 1) {
    const all = await responses(view);
    if (wanted(all)) return all;
    await view.page.waitForTimeout(100);
  }
  throw new Error(`the responses never became so: ${JSON.stringify(await responses(view))}`);
}

/**
 * Runs a test in a window of its own, which must end without a fault.
 * @param {string} name
 * @param {(view: View) => Promise<void>} run
 */
function inWindow(name, run) {
  test(name, { timeout: 90_000 }, async () => {
    const view = await stage.open({ sample: true });
    try {
      await run(view);
      view.clean();
    } finally {
      await view.close();
    }
  });
}

/** Gives the keys to a button and presses Enter. @param {import('playwright-core').Locator} button */
async function enter(button) {
  await button.focus();
  await button.press('Enter');
}

/** The proposal's editor. @param {View} view @param {string} label */
function wording({ page }, label) {
  return page.getByRole('textbox', { name: new RegExp(`^Proposed wording for ${label}`, 'u') });
}

const other18 =
  'States recognized the value of the participation of interested parties, and will consult them in a systematic, sustained and substantive manner.';
const clashTitle = 'This cannot be asked together with another response';

inWindow('several wordings for one paragraph stand as choices, and do not clash', async (view) => {
  const { page } = view;
  await withChoices(view);
  const all = await until(view, (r) => r.length === 6);
  const seconds = all.filter((r) => r.alternative_to === 'r3');
  assert.deepEqual(
    seconds.map((r) => /and (\w+) consult/u.exec(r.proposal)?.[1]),
    ['must', 'will'],
  );
  const list = page.getByRole('list', { name: 'Responses to 18' });
  await list.getByRole('button', { name: /first choice/ }).waitFor();
  assert.equal(await list.getByRole('button', { name: /second choice/ }).count(), 1);
  assert.equal(await page.getByRole('heading', { name: clashTitle }).count(), 0);
  await view.accessible('three choices for one paragraph');
  await page.keyboard.press('Alt+z');
  await until(view, (r) => r.length === 5);
  await page.keyboard.press('Alt+z');
  await until(view, (r) => r.length === 4);
});

inWindow('two changes of the same words are told, and one leads to the other', async (view) => {
  const { page } = view;
  await at(view, '18');
  await wording(view, '18').press('Escape');
  await page.keyboard.press('m');
  await page.waitForFunction(() => document.activeElement?.classList.contains('cm-content'));
  await wording(view, '18').fill(other18);
  const note = page.getByRole('note').filter({ hasText: clashTitle });
  await note.waitFor();
  await note.getByText('Both change').waitFor();
  assert.match(await note.innerText(), /Here\s+will\s+There\s+shall/u);
  await view.accessible('a clash of two wordings');
  await enter(note.getByRole('button', { name: 'Show the other' }));
  await page.waitForFunction(() =>
    document.querySelector('.cm-content')?.textContent?.includes('publish a summary'),
  );
  assert.match(await note.innerText(), /Here\s+shall[^]*There\s+will/u);
  await enter(note.getByRole('button', { name: 'Make this the second choice' }));
  await note.waitFor({ state: 'detached' });
  const made = (await until(view, (r) => r.some((one) => one.alternative_to !== ''))).find(
    (r) => r.id === 'r3',
  );
  assert.notEqual(made.alternative_to, '');
  await page.keyboard.press('Alt+z');
  await note.waitFor();
});

inWindow('keep against delete is told at both, and undo ends it', async (view) => {
  const { page } = view;
  await at(view, '6');
  await page.keyboard.press('d');
  const note = page.getByRole('note').filter({ hasText: clashTitle });
  await note.getByText('Another response says Keep').waitFor();
  await until(view, (r) => r.length === 5);
  await page.locator('[data-block] del', { hasText: 'use of encryption' }).waitFor();
  const list = page.getByRole('list', { name: 'Responses to 6' });
  await list.getByRole('button', { name: /^Keep · Medium.*clashes/ }).waitFor();
  await enter(note.getByRole('button', { name: 'Show the other' }));
  await note.getByText('Another response says Delete').waitFor();
  assert.equal(await page.getByLabel('Kind').inputValue(), 'keep');
  await page.keyboard.press('Alt+z');
  await note.waitFor({ state: 'detached' });
  await until(view, (r) => r.length === 4);
});

inWindow('paragraphs 12 to 18 are kept in one act, and let go in one', async (view) => {
  const { page } = view;
  await at(view, '4');
  await page.keyboard.press('c');
  const field = page.getByRole('textbox', { name: 'Choose paragraphs' });
  assert.ok(await field.evaluate((element) => element === document.activeElement));
  await page.keyboard.type('12 to 18');
  await page.keyboard.press('Enter');
  await page.getByText('8 chosen').waitFor();
  await view.accessible('several paragraphs chosen');
  await enter(page.getByRole('button', { name: 'Keep each' }));
  await page.getByText('8 paragraphs are to be kept.').waitFor();
  const all = await until(view, (r) => r.length === 12);
  assert.deepEqual(
    all
      .filter((r) => r.kind === 'keep' && r.id !== 'r1')
      .map((r) => `${r.kind} ${r.targets[0].label}`),
    ['12.', '13.', '14.', '14 bis', '15.', '16.', '17.', '18.'].map((label) => `keep ${label}`),
  );
  await page.getByRole('list', { name: 'Responses to 13' }).getByText('Keep').waitFor();
  await page.keyboard.press('Alt+z');
  await until(view, (r) => r.length === 4);
});

inWindow('paragraphs are chosen with the arrows, and answered by one response', async (view) => {
  const { page } = view;
  await at(view, '13');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('3 chosen').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('3 chosen').waitFor({ state: 'detached' });
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await enter(page.getByRole('button', { name: 'One response to all' }));
  await page.keyboard.type('Name those who pay.');
  const all = await until(view, (r) => r.some((one) => one.rationale === 'Name those who pay.'));
  const made = all.find((r) => r.rationale === 'Name those who pay.');
  assert.ok(made.targets.length >= 2);
  await page.keyboard.press('Alt+z');
  await until(view, (r) => r.length === 4);
});

inWindow(
  'agreed language is put where one types, and the reason names its source',
  async (view) => {
    const { page } = view;
    await at(view, '20');
    await page.keyboard.press('m');
    const box = wording(view, '20');
    await box.press('Control+End');
    await page.keyboard.press('Alt+a');
    const bank = page.getByRole('dialog', { name: 'Agreed language' });
    await bank.getByRole('searchbox', { name: 'Find' }).fill('open and transparent');
    await bank.getByText('systematic').waitFor({ state: 'detached' });
    await bank.getByText('Report of the first cycle, paragraph 10').waitFor();
    await view.accessible('the bank of phrases');
    await enter(bank.getByRole('button', { name: 'Put into the wording' }));
    await bank.waitFor({ state: 'detached' });
    const all = await until(view, (r) => r.length === 5);
    assert.match(all[4].proposal, /Working Group\. in an open and transparent manner$/u);
    assert.equal(all[4].rationale, 'Agreed language: Report of the first cycle, paragraph 10.');
    await page.locator('.cm-content ins', { hasText: 'open and transparent' }).waitFor();
    await page.keyboard.press('Alt+z');
    await until(view, (r) => r.length === 4);
    assert.equal(await page.getByText('in an open and transparent manner').count(), 0);
  },
);

inWindow('a response is repeated for a paragraph that reads alike', async (view) => {
  const { page } = view;
  await withAlike(view);
  await page.getByText('The proposal fits: it will read').waitFor();
  await view.accessible('similar paragraphs');
  await enter(page.getByRole('button', { name: 'Respond the same way to paragraph 8' }));
  await page.getByText('A response to paragraph 8 is added.').waitFor();
  const all = await until(view, (r) => r.length === 6);
  const copy = all.find((r) => r.targets[0]?.label === '8.');
  assert.match(copy.proposal, /public services are growing in number.*gender and age/u);
  await page.getByText('Has a response already').waitFor();
  await page.keyboard.press('Alt+z');
  await until(view, (r) => r.length === 5 && !r.some((one) => one.targets[0]?.label === '8.'));
});

inWindow('what could be added leads to a response at its paragraph', async (view) => {
  const { page } = view;
  await at(view, '4');
  await page.keyboard.press('w');
  await page.getByRole('heading', { name: 'What could we add?' }).waitFor();
  const places = page.getByRole('region', { name: 'What could we add?' });
  await places.getByRole('status').getByText('7 places').waitFor();
  const asked = places.getByRole('button', { name: /^paragraph 15/i });
  await asked.getByText('Names nobody beside States').waitFor();
  await enter(asked);
  await page.getByRole('heading', { name: 'Your response to paragraph 15' }).waitFor();
  const box = wording(view, '15');
  assert.ok(await box.evaluate((element) => element === document.activeElement));
  await box.press('Control+End');
  await page.keyboard.type(' Civil society takes part in it.');
  const all = await until(view, (r) => r.length === 5);
  const made = all.find((r) => r.targets[0].label === '15.');
  assert.match(made.proposal, /Civil society takes part in it\.$/u);
  await page.keyboard.press('Alt+z');
  await until(view, (r) => r.length === 4);
});

inWindow('status, owner and private are noted, listed and taken back', async (view) => {
  const { page } = view;
  await at(view, '7');
  await page.getByText('Details').click();
  await page.getByRole('combobox', { name: 'Who works on it' }).fill('Legal team');
  await page.getByLabel('Status').selectOption('ready');
  await page.getByRole('checkbox', { name: /Keep to ourselves/ }).press('Space');
  const noted = (await until(view, (r) => r.some((one) => one.private))).find((r) => r.id === 'r2');
  assert.deepEqual([noted.owner, noted.status], ['Legal team', 'ready']);
  await page.getByRole('heading', { level: 2, name: /Your response to/ }).click();
  await page.getByRole('button', { name: 'List' }).press('Enter');
  const row = page.getByRole('row').filter({ hasText: 'names the gap' });
  await row.getByText('Ready').waitFor();
  await row.getByText('private').waitFor();
  await page.keyboard.press('Alt+z');
  await row.getByText('private').waitFor({ state: 'detached' });
  await until(view, (r) => !r.some((one) => one.private));
});

inWindow('the list narrows by paragraph, topic, priority and owner', async (view) => {
  const { page } = view;
  await view.twin(async (twin) => {
    const file = '/statements/sample.rostrum';
    const { statement } = await twin.workspace({ file });
    const response = statement.responses.find((/** @type {any} */ r) => r.id === 'r4');
    await twin.response_save({ file, response: { ...response, owner: 'Legal team' } });
  });
  await at(view, '4');
  await page.keyboard.press('l');
  const shown = page.getByRole('button', { name: /^Show the response to/ });
  const labels = () => shown.allInnerTexts();
  const filters = page.getByRole('search', { name: /./ });
  const narrowed = async (/** @type {string[]} */ wanted) => {
    await page.waitForFunction(
      (count) => document.querySelectorAll('tbody th[scope="row"] button').length === count,
      wanted.length,
    );
    assert.deepEqual(await labels(), wanted);
  };
  await filters.getByLabel('Priority').selectOption('high');
  await narrowed(['7', '18']);
  await filters.getByLabel('Topic').selectOption('institutional dialogue');
  await narrowed(['18']);
  await enter(page.getByRole('button', { name: 'Show all' }));
  await narrowed(['6', '7', '18', '19']);
  await filters.getByLabel('Owner', { exact: true }).selectOption('Legal team');
  await narrowed(['19']);
  await filters.getByLabel('Owner', { exact: true }).selectOption('');
  await filters.getByRole('searchbox').fill('18');
  await narrowed(['18']);
  await filters.getByRole('searchbox').fill('');
  for (const [by, groups] of /** @type {const} */ ([
    ['owner', ['Legal team', 'Without']],
    ['priority', ['High', 'Medium']],
    ['paragraph', ['6', '7', '18', '19']],
    ['topic', ['capacity-building', 'institutional dialogue', 'threats']],
  ])) {
    await filters.getByLabel('Group by').selectOption(by);
    assert.deepEqual(await page.locator('tr.group').allInnerTexts(), groups);
  }
  await view.accessible('the list of responses in groups');
});

inWindow('a phrase that moves is shown as moved, while typed and after', async (view) => {
  const { page } = view;
  await at(view, '18');
  await wording(view, '18').fill(
    'In a systematic, sustained and substantive manner, States recognized the value of the participation of interested parties, and may consult them, as appropriate.',
  );
  const card = page.getByRole('group', { name: 'Paragraph 18', exact: true });
  await card.locator('.cm-content ins.moved', { hasText: 'systematic' }).waitFor();
  assert.equal(await card.locator('.cm-content del.moved').count(), 1);
  await until(view, (r) => r.some((one) => one.proposal.startsWith('In a systematic')));
  await page.keyboard.press('Alt+ArrowDown');
  await card.locator('p ins.moved', { hasText: 'systematic' }).waitFor();
  await card.locator('p del.moved', { hasText: 'systematic' }).waitFor();
  await page.keyboard.press('Alt+z');
  await card.locator('ins.moved').waitFor({ state: 'detached' });
});

test('a call without emphasis has its changes in brackets', { timeout: 90_000 }, async () => {
  const view = await stage.open({});
  const { page } = view;
  await openBracketed(view);
  const card = page.getByRole('group', { name: 'Paragraph 18', exact: true });
  assert.match(await card.innerText(), /\[delete: may\] \[add: shall\] consult them/u);
  assert.equal(await card.locator('ins, del').count(), 0);
  await view.accessible('a proposal in brackets');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('heading', { name: 'What do you ask of paragraph 19?' }).waitFor();
  await page.keyboard.press('d');
  await page.getByText(/^\[delete: Interested parties without/).waitFor();
  assert.match(await card.innerText(), /\[delete: may\] \[add: shall\] consult them/u);
  await page.keyboard.press('Alt+z');
  await page.getByText(/^\[delete: Interested parties without/).waitFor({ state: 'detached' });
  view.clean();
  await view.close();
});
