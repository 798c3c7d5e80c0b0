/**
 * The main job, from the call to the receipt, in the real window: its program, its page, its file.
 *
 * Run by `./x test` under Xvfb and a session bus of its own. Everything lies in a folder of its
 * own (ROSTRUM_HOME), and the system's file dialogs, which no driver reaches, are answered by
 * ROSTRUM_PICKS (src-tauri/src/native.rs). Pictures go to tests/output/native.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keys, open, until } from './driver.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const home = await mkdtemp(join(tmpdir(), 'rostrum-native-'));
const picks = join(home, 'picks');
const draft = join(home, 'Zero draft.docx');
await mkdir(picks, { recursive: true });
await cp(join(root, 'templates/example/zero-draft.docx'), draft);

const steps = [
  ['a statement is started from a call for the draft the program was given', start],
  ['the draft is read into its paragraphs', read],
  ['a paragraph is answered with wording of our own', respond],
  ['the sections are written', write],
  ['a picture is put into the text and stands on its page', picture],
  ['the checks find nothing that stands in the way', check],
  ['the statement is exported to Word and PDF as was chosen', exportFiles],
  ['a frozen version is handed over to a folder', handOver],
  ['the receipt and the bundle agree', receipt],
  ['a file goes with the statement, and what it gives away is decided', annex],
  ['a text begun in Word goes on as a statement of its own', begin],
];

const page = await open({
  program: join(root, 'target/debug/rostrum-app'),
  args: [draft],
  env: {
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    ROSTRUM_HOME: home,
    ROSTRUM_PICKS: picks,
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    LC_ALL: 'C.UTF-8',
  },
  pictures: join(root, 'tests/output/native'),
});
let passed = 0;
try {
  for (const [name, step] of steps) {
    const began = performance.now();
    await step().catch(async (error) => {
      await page.picture('failed');
      throw new Error(`${name}: ${error.message}`);
    });
    passed += 1;
    console.log(`ok ${name} (${Math.round(performance.now() - began)} ms)`);
  }
  await rm(home, { recursive: true, force: true });
} catch (error) {
  console.error(error.message);
  console.error(`what Rostrum wrote is in ${home}`);
  process.exitCode = 1;
} finally {
  await page.stop();
  console.log(`native: ${passed} of ${steps.length} steps passed`);
}

async function start() {
  await page.run(`
    window.violations = [];
    addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
  `);
  // A Word file may be either; only its owner knows.
  await page.sees('What is this file?');
  await page.press('A draft to answer');
  await page.sees('New statement');
  await page.sees('Zero draft.docx');
  await page.press('OEWG on ICT security: comments on a zero draft');
  await page.fill('Organisation', 'Example Network for a Safer Internet');
  await page.fill('Title of the statement', 'Comments on the zero draft');
  await page.picture('new-statement');
  await page.press('Choose where to keep it…');
}

async function read() {
  await page.sees('Existing and potential threats');
  // What is far down the page is not laid out yet.
  await page.sees('The Open-ended Process recalled its mandate');
  await page.picture('read');
}

async function respond() {
  await page.press('Respond');
  await page.goTo('Paragraph 11');
  await page.press('Modify');
  await page.fill(
    'Proposed wording for 11',
    'States expressed grave concern about malicious ICT activities aimed at the health sector, including hospitals, laboratories and the cold chain for vaccines, and recalled that an interruption of a few hours may cost lives.',
  );
  await page.fill('Why', 'The word says how much is at stake for patients.');
  await page.sees('grave');
  await page.picture('respond');
}

async function write() {
  await page.press('Write');
  await page.sees('Summary');
  await page.fill(
    'Text of the statement',
    [
      // The caret is in a heading already, whose sign is hidden.
      'Summary',
      'We welcome the zero draft and ask for one change: that the harm to patients is named.',
      '# General comments',
      'The draft keeps what earlier reports agreed and adds steps that can be followed.',
      '# Comments on specific paragraphs',
      'The comment below follows the order of the draft.',
      '# Recommendations',
      'We ask the Chair to keep paragraph 11, with the change that we propose.',
      '# Conclusion',
      'We thank the Chair for the meetings with interested parties.',
    ].join(keys.enter),
  );
  await page.sees('We thank the Chair for the meetings');
  await page.sees('Saved');
  await page.picture('write');
}

async function picture() {
  await cp(join(root, 'icons/icon.png'), join(picks, 'chart.png'));
  await page.press('More for the text');
  await page.press('Picture…');
  await page.sees('× 512 pixels');
  await page.fill('What it shows, for those who cannot see it', 'A lectern before three rows of lines.');
  await page.fill('Caption under it, if any', 'Figure 1. Where interested parties speak');
  await page.picture('picture-asked');
  await page.press('Put it into the text');
  await page.sees('Figure 1. Where interested parties speak');
  await until('the picture itself in the text', () =>
    page.run("return document.querySelector('.page-picture img')?.naturalWidth > 0"),
  );
  await page.sees('Saved');
  await page.press('Pages');
  await until('pages that show the picture', () =>
    page.run("return [...document.querySelectorAll('section.pages img')].some((sheet) => decodeURIComponent(sheet.src).includes('image/png'))"),
  );
  await page.picture('picture-page');
  await page.press('Guidance');
}

async function check() {
  await page.press('Check');
  await page.sees('Nothing stands in the way');
  await page.picture('check');
}

async function exportFiles() {
  await page.press('Hand over');
  await page.choose('Notes', 'At the end');
  await page.choose('Table of contents', 'With one');
  await page.press('Write 2 files');
  await page.sees('2 files are written.');
  await page.picture('export');
  for (const [ending, beginning] of [['.docx', 'PK'], ['.pdf', '%PDF']]) {
    const written = (await readdir(picks)).filter((name) => name.endsWith(ending));
    assert.equal(written.length, 1, `one ${ending} is written`);
    const bytes = await readFile(join(picks, written[0]));
    assert.equal(bytes.subarray(0, beginning.length).toString(), beginning, `it is a ${ending}`);
  }
}

async function handOver() {
  await page.press('Add a way to hand over');
  await page.fill('Name', 'Folder for the secretariat');
  await page.press('Choose…');
  await page.press('Save');
  await page.sees('Folder for the secretariat');
  await page.press('Freeze and send');
  await page.sees('Hand over now');
  await page.picture('hand-over');
  await page.press('Hand over now');
}

async function receipt() {
  await page.sees('was handed over');
  await page.picture('receipt');
  const manifest = await find(picks, 'manifest.json');
  const folder = dirname(manifest);
  const sums = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trim().split('\n');
  assert.ok(sums.length >= 2, 'the bundle names its files');
  for (const line of sums) {
    const [, sum, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? assert.fail(line);
    const bytes = await readFile(join(folder, name));
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sum, name);
  }
  assert.deepEqual(await page.run('return window.violations'), [], 'the page kept to its policy');
}

async function annex() {
  // The draft with our changes: a file full of recorded changes and remarks.
  await page.press('Export');
  await page.choose('Responses', 'In the draft itself, as changes Word can accept');
  await page.press('Write 2 files');
  await page.sees('_tracked.docx');
  const tracked = await find(picks, (name) => name.endsWith('_tracked.docx'));
  await cp(tracked, join(picks, '0 Draft with our changes.docx'));
  await page.press('Attach a file…');
  await page.sees('0 Draft with our changes.docx');
  await page.choose('Recorded changes', 'Accept all');
  await page.choose('Comments', 'Take out');
  await page.press('What it gives away');
  await page.sees('Taken out, as you chose');
  await page.picture('annex');
  await rm(join(picks, '0 Draft with our changes.docx'));
}

async function begin() {
  const written = await find(picks, (name) => name.endsWith('.docx') && !name.includes('tracked'));
  await cp(written, join(picks, '0 Begun in Word.docx'));
  await page.press('Back to the start screen:');
  await page.press('Begin from a Word file…');
  await page.press('OEWG on ICT security: comments on a zero draft');
  await page.press('See what becomes of it');
  await page.sees('What becomes of 0 Begun in Word.docx');
  await page.sees('In your file');
  await page.picture('begun-report');
  await page.press('Begin with this text…');
  await page.press('Write');
  await page.sees('We welcome the zero draft and ask for one change');
  await page.picture('begun-write');
  assert.deepEqual(await page.run('return window.violations'), [], 'the page kept to its policy');
}

/** Returns the path of the first file below a folder that has this name, or fits, once it is there. */
async function find(folder, name) {
  let found;
  await until(`${String(name)} in ${folder}`, async () => {
    const entries = await readdir(folder, { recursive: true });
    const fits = typeof name === 'function' ? name : (entry) => entry === name || entry.endsWith(`/${name}`);
    found = entries.toSorted().find(fits);
    return found !== undefined;
  });
  return join(folder, found);
}
