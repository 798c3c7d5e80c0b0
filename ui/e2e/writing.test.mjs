/** Writing, from the first key to the receipt, as a person does it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, openStep, showPages, writingScreens } from './screens/writing.mjs';
import { openStage } from './stage.mjs';

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

/** The body as the desk has it. @param {import('./screens/all.mjs').View} view */
async function bodyAtDesk(view) {
  const workspace = await view.twin((twin) =>
    twin.workspace({ file: '/statements/sample.rostrum' }),
  );
  return /** @type {any} */ (workspace).statement.body;
}

/** Waits until the window says that everything is saved. @param {import('./screens/all.mjs').View} view */
async function saved({ page }) {
  await page.waitForTimeout(200);
  await page.getByText(/^Saved \d/).waitFor();
}

for (const [name, { look, go }] of Object.entries(writingScreens)) {
  test(`${name} has no barrier`, async () => {
    const view = await stage.open(look);
    await go(view);
    await view.accessible(name);
    view.clean();
    await view.close();
  });
}

test('typing reaches the desk as well-formed Markdown, and no mark is in sight', async () => {
  const view = await stage.open({ sample: true });
  const box = await openPage(view);
  await box.press('Control+End');
  await view.page.keyboard.press('Enter');
  await view.page.keyboard.type('We ');
  await view.page.keyboard.press('Control+b');
  await view.page.keyboard.type('strongly ask');
  await view.page.keyboard.press('Control+b');
  await view.page.keyboard.type(' for 2*3 [bracketed] words.');
  await view.page.keyboard.press('Enter');
  await view.page.keyboard.type('- first');
  await view.page.keyboard.press('Enter');
  await view.page.keyboard.type('second');
  await saved(view);
  const body = await bodyAtDesk(view);
  assert.match(
    body,
    /We \*\*strongly ask\*\* for 2\\\*3 \[bracketed\] words\.\n\n- first\n- second/,
  );
  const seen = await box.innerText();
  assert.doesNotMatch(seen, /\*\*|^#|\\/m);
  assert.match(seen, /We strongly ask for 2\*3 \[bracketed\] words\./);
  view.clean();
  await view.close();
});

test('undo takes back one’s own typing and not what others changed', async () => {
  const view = await stage.open({ sample: true });
  const box = await openPage(view);
  await box.press('Control+Home');
  await box.press('End');
  await view.page.keyboard.type(' and aims');
  await saved(view);
  await view.twin(async (twin) => {
    const at = '/statements/sample.rostrum';
    await twin.section_write({ file: at, section: 'Signatories', text: 'Partners were here.' });
    twin.native.changed.tell(at);
  });
  await view.page.getByText('Partners were here.').waitFor();
  await box.press('Control+z');
  await saved(view);
  const body = await bodyAtDesk(view);
  assert.doesNotMatch(body, /and aims/);
  assert.match(body, /Partners were here\./);
  view.clean();
  await view.close();
});

test('what Word puts on the clipboard becomes clean paragraphs', async () => {
  const view = await stage.open({ sample: true });
  const box = await openPage(view);
  await box.press('Control+End');
  await view.page.keyboard.press('Enter');
  await view.page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<h2 style="color:red">Pasted head</h2><p class="MsoNormal">One <b>two</b><o:p></o:p></p><ul><li>three</li></ul>',
    );
    document
      .querySelector('.cm-content')
      ?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
  });
  await saved(view);
  assert.match(await bodyAtDesk(view), /## Pasted head\n\nOne \*\*two\*\*\n\n- three/);
  view.clean();
  await view.close();
});

test('“Saved” is not said before the desk has answered, and a failure is not hidden', async () => {
  const view = await stage.open({ sample: true });
  const box = await openPage(view);
  await view.twin((twin) => twin.failNext('replica_push', 'disk_full'));
  await box.press('Control+End');
  await view.page.keyboard.type('x');
  assert.equal(await view.page.getByText(/^Saved \d/).count(), 0);
  await view.page.getByText('The disk is full').first().waitFor();
  await view.page.getByText('Not saved').first().waitFor();
  await view.page.keyboard.type('y');
  await view.page.getByText(/^Saved \d/).waitFor({ timeout: 8000 });
  assert.match(await bodyAtDesk(view), /xy/);
  await view.close();
});

test('the caret and the text survive a walk through the other steps', async () => {
  const view = await stage.open({ sample: true });
  const box = await openPage(view);
  await box.press('Control+End');
  await view.page.keyboard.type('Here.');
  const rail = view.page.getByRole('navigation', { name: 'The way' });
  await rail.getByRole('button', { name: 'Check' }).click();
  await rail.getByRole('button', { name: 'Write' }).click();
  await view.page.getByRole('textbox', { name: 'Text of the statement' }).focus();
  await view.page.keyboard.type(' And on.');
  await saved(view);
  assert.match(await bodyAtDesk(view), /Here\. And on\./);
  view.clean();
  await view.close();
});

test('a missing section is offered and put in its place', async () => {
  const view = await stage.open({ sample: true });
  await view.twin(async (twin) => {
    const { call } = await twin.workspace({ file: '/statements/sample.rostrum' });
    await twin.statement_new({
      file: '/statements/new.rostrum',
      call: call.id,
      title: '',
      organisation: '',
    });
  });
  const box = await openPage(view);
  await box.press('Control+a');
  await view.page.keyboard.press('Delete');
  await view.page.keyboard.press('Backspace');
  await view.page.keyboard.press('Control+Alt+0');
  await view.page.getByRole('button', { name: 'Add “General comments”' }).click();
  await view.page.keyboard.type('First words.');
  await view.page.getByRole('button', { name: 'Add “Summary”' }).click();
  await saved(view);
  assert.match(await bodyAtDesk(view), /# Summary\n+# General comments\n\nFirst words\./);
  view.clean();
  await view.close();
});

test('a finding leads to its words', async () => {
  const view = await stage.open({ sample: true });
  await openStep(view, 'Check');
  await view.page.getByRole('button', { name: 'Go there: General comments' }).click();
  await view.page.getByRole('textbox', { name: 'Text of the statement' }).waitFor();
  const chosen = await view.page.evaluate(() => window.getSelection()?.toString() ?? '');
  assert.match(chosen, /61 per cent/);
  view.clean();
  await view.close();
});

test('a machine mends a typed number, and undo brings it back', async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  const box = await openPage(view);
  await box.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('12. Typed by hand');
  await saved(view);
  assert.match(await bodyAtDesk(view), /12\\\. Typed by hand/);
  await page.getByRole('navigation').getByRole('button', { name: 'Check' }).click();
  await page.getByRole('button', { name: 'Mend' }).click();
  await page.getByText('Mended.').waitFor();
  assert.doesNotMatch(await bodyAtDesk(view), /12/);
  await page.getByRole('button', { name: 'Mend' }).waitFor({ state: 'detached' });
  await page.getByLabel('Notices').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Mend' }).waitFor();
  assert.match(await bodyAtDesk(view), /12\\\. Typed by hand/);
  view.clean();
  await view.close();
});

test('an organisation signs a version, and its consent lapses when the text changes', async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openStep(view, 'Partners');
  await page.getByRole('button', { name: 'Add an organisation' }).click();
  await page.getByLabel('Name, as it prints').fill('River Commons');
  await page.getByLabel('Who speaks for it').fill('The secretary');
  await page.getByRole('button', { name: 'Add the organisation' }).click();
  await page.getByRole('button', { name: 'Freeze a version' }).first().click();
  await page.getByRole('button', { name: 'Freeze', exact: true }).click();
  await page.getByRole('button', { name: 'Record the consent of River Commons' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record consent' }).click();
  await page.getByText(/^Holds: v1/).waitFor();
  await page.getByRole('navigation').getByRole('button', { name: 'Write' }).click();
  const box = page.getByRole('textbox', { name: 'Text of the statement' });
  await box.press('Control+End');
  await page.keyboard.type('More.');
  await saved(view);
  await page.getByRole('navigation').getByRole('button', { name: 'Partners' }).click();
  await page.getByText('Was for v1; the text has changed since').waitFor();
  await page.getByText('Consents that no longer hold.').waitFor();
  view.clean();
  await view.close();
});

test('“Freeze and send” asks once, hands over, and keeps the receipt', async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openStep(view, 'Hand over');
  await page.getByRole('button', { name: 'Freeze and send' }).click();
  const question = page.getByRole('dialog');
  await question.getByText('manifest.json').waitFor();
  let workspace = /** @type {any} */ (
    await view.twin((twin) => twin.workspace({ file: '/statements/sample.rostrum' }))
  );
  assert.equal(workspace.receipts.length, 0, 'nothing leaves before the answer');
  await question.getByRole('button', { name: 'Hand over now' }).click();
  await page.getByRole('article', { name: /^Receipt: v1/ }).waitFor();
  await page.getByRole('button', { name: 'Mark as acknowledged' }).click();
  await page.getByLabel('What the secretariat said').fill('Received with thanks.');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByText('Received with thanks.').waitFor();
  workspace = await view.twin((twin) => twin.workspace({ file: '/statements/sample.rostrum' }));
  assert.equal(workspace.receipts[0].state, 'acknowledged');
  view.clean();
  await view.close();
});

test('a token that no keyring takes is kept for the session, and that is said', async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openStep(view, 'Hand over');
  await page.getByRole('button', { name: 'Add a way to hand over' }).click();
  await page.getByLabel('Kind').selectOption('https');
  await page.getByLabel('Name', { exact: true }).fill('Portal');
  await page.getByLabel('Address', { exact: true }).fill('https://no-keyring.example.org/in');
  await page.getByRole('textbox', { name: 'Token' }).fill('secret');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The system keyring would not take the token.', { exact: false }).waitFor();
  await page.getByText('token in the system keyring').waitFor();
  view.clean();
  await view.close();
});

test('a finding in the way stops the hand-over and says so', async () => {
  const view = await stage.open({ sample: true });
  await view.twin((twin) =>
    twin.header_set({ file: '/statements/sample.rostrum', field: 'organisation', value: '' }),
  );
  await openStep(view, 'Hand over');
  await view.page.getByText(/stands in the way of handing over/).waitFor();
  assert.ok(await view.page.getByRole('button', { name: 'Freeze and send' }).isDisabled());
  view.clean();
  await view.close();
});

test('an export offers what the call takes first', async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await openStep(view, 'Hand over');
  const first = page.getByRole('checkbox').first();
  assert.ok(await first.isChecked());
  await page.getByText('taken by the call').first().waitFor();
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.getByRole('button', { name: 'Write 9 files' }).click();
  await page.getByText('9 files are written.').waitFor();
  await page.getByText('replaces the file that is there').first().waitFor();
  await page.getByRole('button', { name: 'Open the folder' }).click();
  const revealed = await view.twin((twin) => twin.native.revealed);
  assert.match(revealed[0] ?? '', /\.docx$/);
  view.clean();
  await view.close();
});

test('an export is cancelled, and one that fails is told beside those that are written', async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await view.twin((twin) => twin.native.picks.push('/slow', '/full'));
  await openStep(view, 'Hand over');
  await page.getByRole('button', { name: 'All', exact: true }).click();
  const folder = page.getByRole('button', { name: 'Choose…' }).last();
  await folder.click();
  await page.getByText('/slow').waitFor();
  await page.getByRole('button', { name: 'Write 9 files' }).click();
  await page.getByText(/^Making /).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Write 9 files' }).waitFor();
  assert.equal(await page.getByText('files are written').count(), 0);
  await folder.click();
  await page.getByText('/full').waitFor();
  await page.getByRole('button', { name: 'Write 9 files' }).click();
  await page.getByText('8 files are written.').waitFor();
  await page.getByText('PDF could not be written.').waitFor();
  view.clean();
  await view.close();
});

test('the text of a question goes to the clipboard in letters of a keyboard', async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  await view.twin((twin) =>
    twin.section_write({
      file: '/statements/sample.rostrum',
      section: 'General comments',
      text: 'We say “yes” — fully.',
    }),
  );
  await openStep(view, 'Hand over');
  await page.getByRole('button', { name: 'Show the fields' }).click();
  await page.getByRole('button', { name: 'Copy: General comments' }).click();
  await page.getByRole('button', { name: 'Copy: General comments' }).getByText('Copied').waitFor();
  const copied = await view.twin((twin) => twin.native.copied);
  assert.deepEqual(copied, ['We say "yes" - fully.']);
  view.clean();
  await view.close();
});

test('a key is on the page within a tenth of a second in a long text', async () => {
  const view = await stage.open({ sample: true });
  await view.twin((twin) => {
    const at = '/statements/sample.rostrum';
    const sentence =
      'States **recall** that the use of *these networks* grows, as [this](https://example.org) shows.[@survey2025] ';
    const text = Array.from({ length: 120 }, () => sentence.repeat(6)).join('\n\n');
    return twin.section_write({ file: at, section: 'General comments', text });
  });
  const box = await openPage(view);
  await box.press('Control+Home');
  await box.press('End');
  const times = [];
  for (let i = 0; i < 40; i += 1) {
    times.push(
      await view.page.evaluate(
        () =>
          new Promise((resolve) => {
            const start = performance.now();
            document.execCommand('insertText', false, 'x');
            requestAnimationFrame(() => resolve(performance.now() - start));
          }),
      ),
    );
  }
  const sorted = times.map(Number).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  console.log(`a key in 10,000 words: median ${median.toFixed(1)} ms`);
  assert.ok(median < 100, `median ${String(median)} ms`);
  view.clean();
  await view.close();
});

test('the pages follow what is typed, and a click on one goes to its text', async () => {
  const view = await stage.open({ sample: true });
  try {
    const box = await openPage(view);
    await showPages(view);
    const pages = view.page.getByRole('region', { name: 'Pages' });
    const first = pages.getByRole('button', { name: /^Page 1 of / });
    const before = await first.locator('img').getAttribute('src');
    await box.press('Control+End');
    await view.page.keyboard.type(' Hospitals first.');
    await saved(view);
    await pages
      .locator(`img:not([src="${before ?? ''}"])`)
      .first()
      .waitFor();
    assert.match(await pages.getByRole('status').first().innerText(), /^\d+ pages?$/);
    const size = await first.boundingBox();
    await first.click({
      position: { x: (size?.width ?? 0) * 0.3, y: (size?.height ?? 0) * 0.147 },
    });
    await view.page.keyboard.type('Here: ');
    await saved(view);
    assert.match(await bodyAtDesk(view), /Here: (We|#|Summary)/);
    const wide = size?.width ?? 0;
    await pages.getByRole('button', { name: 'Larger' }).click();
    await view.page.waitForFunction(
      ({ page, before }) => (page?.getBoundingClientRect().width ?? 0) > before,
      { page: await first.elementHandle(), before: wide },
      { timeout: 5000 },
    );
    view.clean();
  } finally {
    await view.close();
  }
});

test('pages and files are laid out by the same choices, wherever they are made', async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  try {
    await openStep(view, 'Hand over');
    await page.getByLabel('Table of contents').selectOption('with');
    await showPages(view);
    const pages = page.getByRole('region', { name: 'Pages' });
    await pages.getByText('Layout:').click();
    await pages.getByText('What is handed over follows the call.', { exact: false }).waitFor();
    await pages.getByLabel('Notes').selectOption('end');
    await pages.getByText('notes at the end · with contents').waitFor();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    assert.equal(await page.getByLabel('Notes', { exact: true }).inputValue(), 'end');
    await page.getByRole('button', { name: 'Pages', exact: true }).click();
    const first = pages.getByRole('button', { name: /^Page 1 of / }).locator('img');
    await first.waitFor();
    const before = await first.getAttribute('src');
    await pages.getByText('Layout:').click();
    await pages.getByRole('button', { name: 'As the call says' }).click();
    await pages
      .locator(`img:not([src="${before ?? ''}"])`)
      .first()
      .waitFor();
    assert.equal(await pages.getByLabel('Table of contents').inputValue(), '');
    view.clean();
  } finally {
    await view.close();
  }
});

test('the language of words is said without mark-up, and one undo takes it back', async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  try {
    const box = await openPage(view);
    await box.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('A rule of droit souple');
    await box.press('Control+Shift+ArrowLeft');
    await box.press('Control+Shift+ArrowLeft');
    // From the toolbar by keys alone.
    await page.getByRole('button', { name: 'More for the text' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('[role=menuitem]:focus').press('ArrowDown');
    const item = page.locator('[role=menuitem]:focus', { hasText: 'Language of the words' });
    await item.press('Enter');
    const asked = page.getByRole('dialog', { name: 'Language of the words' });
    await asked.getByLabel('These words are in').selectOption('fr');
    await asked.getByRole('button', { name: 'Set the language' }).click();
    await saved(view);
    assert.match(await bodyAtDesk(view), /A rule of <span lang="fr">droit souple<\/span>\n*$/);
    assert.doesNotMatch(await box.innerText(), /<span|lang=/);
    assert.equal(await box.locator('[lang=fr]').innerText(), 'droit souple');
    await box.press('Control+z');
    await saved(view);
    assert.match(await bodyAtDesk(view), /A rule of droit souple\n*$/);
    await box.press('Control+y');
    await box.locator('[lang=fr]').waitFor();
    // The label chooses its words, and their language can be taken away again.
    await box.getByTitle('French').click();
    await box.press('Control+Alt+l');
    await asked.getByRole('button', { name: 'They are in English' }).click();
    await saved(view);
    assert.match(await bodyAtDesk(view), /A rule of droit souple\n*$/);
    // Arabic goes its own way, and a line of it as a whole.
    await box.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('القانون المرن');
    await box.press('Home');
    await box.press('Shift+End');
    await box.press('Control+Alt+l');
    await asked.getByLabel('These words are in').selectOption('ar');
    await asked.getByRole('button', { name: 'Set the language' }).click();
    await box.locator('.cm-line[dir=rtl] [lang=ar][dir=rtl]').waitFor();
    view.clean();
  } finally {
    await view.close();
  }
});

test('a picture is chosen, gets its words, stands in the text, and one undo takes it out', async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  try {
    const box = await openPage(view);
    await box.press('Control+End');
    await view.twin((twin) => twin.native.picks.push('/files/animation.gif', '/files/photo.jpg'));
    await page.getByRole('button', { name: 'More for the text' }).click();
    await page.getByRole('menuitem', { name: /^Picture/ }).click();
    // What is not taken is told in words, and nothing stands in the text.
    await page.getByText('animation.gif cannot be taken as a picture.').waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0);
    await box.press('Control+Alt+p');
    const asked = page.getByRole('dialog', { name: 'Picture' });
    await asked.getByText('It was turned the right way up.').waitFor();
    await asked.getByText('Where a photograph was taken', { exact: false }).waitFor();
    await asked.getByLabel('What it shows').fill('Reports by region: [most] from the Pacific');
    await asked.getByText('42 characters', { exact: false }).waitFor();
    await asked.getByLabel('Caption').fill('Figure 1. Reports "by region"');
    await asked.getByLabel('Width on the page').selectOption('50');
    await asked.getByRole('button', { name: 'Put it into the text' }).click();
    const figure = box.getByRole('group', { name: /^Picture: Reports by region/ });
    await figure.getByText('Figure 1. Reports "by region"').waitFor();
    await figure.locator('img[src^="data:image/png"]').waitFor();
    await saved(view);
    const mention =
      '![Reports by region: \\[most\\] from the Pacific](photo.jpg "Figure 1. Reports \\"by region\\"")';
    assert.ok((await bodyAtDesk(view)).includes(mention), await bodyAtDesk(view));
    assert.doesNotMatch(await box.innerText(), /!\[|photo\.jpg/);
    const kept = await view.twin((twin) => twin.pictures({ file: '/statements/sample.rostrum' }));
    const [row] = /** @type {any} */ (kept).pictures;
    assert.deepEqual([row.share, row.shown.length], [50, 1]);
    await box.press('Control+z');
    await figure.waitFor({ state: 'detached' });
    await saved(view);
    assert.doesNotMatch(await bodyAtDesk(view), /photo\.jpg/);
    // It is still in the file, and that is said.
    await page.getByRole('button', { name: 'Remove photo.jpg from the statement' }).waitFor();
    await box.press('Control+y');
    await figure.waitFor();
    // Its words are changed where it stands, by keys from beside it.
    await box.press('Control+End');
    await box.press('Control+Alt+p');
    await asked.getByLabel('What it shows').fill('');
    await asked.getByRole('button', { name: 'Save' }).click();
    await box.getByText('What it shows is not said', { exact: false }).waitFor();
    await box.getByRole('button', { name: 'Remove' }).click();
    await saved(view);
    assert.doesNotMatch(await bodyAtDesk(view), /photo\.jpg/);
    await page.getByRole('button', { name: 'Remove photo.jpg from the statement' }).click();
    await page.getByText('photo.jpg is no longer in the statement.').waitFor();
    view.clean();
  } finally {
    await view.close();
  }
});

test('a picture dropped on the text is taken, and one that nobody puts in goes again', async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  try {
    await openPage(view);
    await view.twin((twin) => twin.native.dropped.tell(['/files/map.png', '/files/damaged.png']));
    const asked = page.getByRole('dialog', { name: 'Picture' });
    await asked.getByText('map.png').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('damaged.png is damaged or not whole.').waitFor();
    const kept = await view.twin((twin) => twin.pictures({ file: '/statements/sample.rostrum' }));
    assert.deepEqual(/** @type {any} */ (kept).pictures, []);
    view.clean();
  } finally {
    await view.close();
  }
});

test('a picture is pasted into the text and gets its words, and words are not taken for one', async () => {
  const view = await stage.open({ sample: true });
  const { page } = view;
  try {
    const box = await openPage(view);
    await box.press('Control+End');
    /** @param {string} html */
    const paste = (html) =>
      page.evaluate((words) => {
        const data = new DataTransfer();
        data.items.add(new File(['bytes of a picture'], 'image.png', { type: 'image/png' }));
        if (words) data.setData('text/html', words);
        document
          .querySelector('.cm-content')
          ?.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
          );
      }, html);
    // A browser puts a mention of the picture beside its bytes.
    await paste('<img src="https://example.org/chart.png" alt="">');
    const asked = page.getByRole('dialog', { name: 'Picture' });
    await asked.locator('textarea:focus').waitFor();
    await page.keyboard.type('Five bars');
    await asked.getByRole('button', { name: 'Put it into the text' }).click();
    await box.getByRole('group', { name: 'Picture: Five bars' }).waitFor();
    await saved(view);
    assert.match(await bodyAtDesk(view), /!\[Five bars\]\(image\.png\)/);
    // A table processor puts a picture of the cells beside their words.
    await box.press('Control+End');
    await paste('<p>Cells in words</p>');
    await box.getByText('Cells in words').waitFor();
    assert.equal(await asked.count(), 0);
    const kept = await view.twin((twin) => twin.pictures({ file: '/statements/sample.rostrum' }));
    assert.equal(/** @type {any} */ (kept).pictures.length, 1);
    view.clean();
  } finally {
    await view.close();
  }
});

test('chosen words of the text can be read', async () => {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    const view = await stage.open({ sample: true, theme });
    const box = await openPage(view);
    await box.press('Control+a');
    await view.page.locator('.cm-focused .cm-selectionBackground').first().waitFor();
    const [band, ink] = await view.page.evaluate(() => {
      const line = document.querySelector('.cm-line');
      const chosen = document.querySelector('.cm-selectionBackground');
      if (!line || !chosen) return ['', ''];
      return [
        getComputedStyle(chosen).backgroundColor,
        getComputedStyle(line, '::selection').color,
      ];
    });
    const light = (/** @type {string | undefined} */ colour) => {
      const [r = 0, g = 0, b = 0] = (colour?.match(/[\d.]+/g) ?? []).map(Number).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    };
    const parts = [light(band), light(ink)].sort((a, b) => b - a);
    assert.ok((parts[0] ?? 0) / (parts[1] ?? 1) >= 4.5, `${theme}: ${band} behind ${ink}`);
    await view.close();
  }
});
