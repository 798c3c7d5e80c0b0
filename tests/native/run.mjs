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
  ['the checks find nothing that stands in the way', check],
  ['the statement is exported to Word and PDF', exportFiles],
  ['a frozen version is handed over to a folder', handOver],
  ['the receipt and the bundle agree', receipt],
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

async function check() {
  await page.press('Check');
  await page.sees('Nothing stands in the way');
  await page.picture('check');
}

async function exportFiles() {
  await page.press('Hand over');
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

/** Returns the path of the first file of this name below a folder, once it is there. */
async function find(folder, name) {
  let found;
  await until(`${name} in ${folder}`, async () => {
    const entries = await readdir(folder, { recursive: true });
    found = entries.find((entry) => entry === name || entry.endsWith(`/${name}`));
    return found !== undefined;
  });
  return join(folder, found);
}
