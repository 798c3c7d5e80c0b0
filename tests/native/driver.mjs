/**
 * Drives the real window through WebKitWebDriver: the W3C protocol over fetch, nothing else.
 *
 * Elements are found by what a person sees: the words on a button, the name of a field.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const PATIENCE = 30_000;

/** Keys that are not letters, as WebDriver names them. */
export const keys = { control: '\uE009', none: '\uE000', enter: '\uE007', escape: '\uE00C', end: '\uE010' };

/** Starts the driver and, through it, the program; `stop` ends both. */
export async function open({ program, args = [], env = {}, pictures }) {
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, ...env, TAURI_WEBVIEW_AUTOMATION: 'true' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const base = `http://127.0.0.1:${port}`;
  await until('the driver answers', async () => (await fetch(`${base}/status`)).ok);
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: program, args } } };
  const { sessionId } = await call(base, 'POST', '/session', { capabilities });
  await mkdir(pictures, { recursive: true });
  return new Page(`${base}/session/${sessionId}`, driver, pictures);
}

class Page {
  constructor(session, driver, pictures) {
    Object.assign(this, { session, driver, pictures, taken: 0 });
  }

  /**
   * Clicks the first visible thing that can be pressed and has this name, or else begins with it;
   * what an open dialog offers comes before what it covers.
   */
  async press(name) {
    const click = (element) => this.post(`/element/${element}/click`, {});
    const named = [pressable(exactly(name)), pressable(beginning(name))];
    await this.onceFound([...named.map((path) => `//*[@role='dialog']${path}`), ...named], `something to press named "${name}"`, click);
  }

  /** Clicks a place of the page that carries this name, such as a paragraph. */
  async goTo(name) {
    const click = (element) => this.post(`/element/${element}/click`, {});
    await this.onceFound([`//*[@tabindex and @aria-label=${quoted(name)}]`], `a place named "${name}"`, click);
  }

  /** Replaces what stands in the field of this name. */
  async fill(name, text) {
    await this.onceFound([field(name)], `a field named "${name}"`, async (element) => {
      await this.post(`/element/${element}/click`, {});
      // Two calls: in one, WebKitGTK's driver holds Control down over the words as well.
      await this.post(`/element/${element}/value`, { text: `${keys.control}a${keys.none}` });
      await this.post(`/element/${element}/value`, { text });
    });
  }

  /** Chooses an entry of a drop-down list by its words. */
  async choose(name, entry) {
    await this.onceFound([field(name)], `a list named "${name}"`, async (list) => {
      const own = `.//option[normalize-space(.)=${quoted(entry)}]`;
      const found = await this.post(`/element/${list}/element`, { using: 'xpath', value: own });
      await this.post(`/element/${found[ELEMENT]}/click`, {});
    });
  }

  /** Types keys into whatever has the focus. */
  async type(text) {
    const actions = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Waits until these words can be read somewhere on the page. */
  async sees(words) {
    await until(`"${words}" on the page`, async () => (await this.text()).includes(words), () => this.text());
  }

  /** Returns all words on the page. */
  text() {
    return this.run('return document.body.innerText');
  }

  /** Runs a script in the page and returns its answer. */
  run(script, ...args) {
    return this.post('/execute/sync', { script, args });
  }

  /** Keeps a picture of the screen; the driver's own waits for ever on a page that does not move. */
  async picture(name) {
    this.taken += 1;
    const file = `${String(this.taken).padStart(2, '0')}-${name}.png`;
    // Two frames, so that what was just read has been drawn.
    await this.run('return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    await promisify(execFile)('import', ['-window', 'root', join(this.pictures, file)]);
  }

  /** Ends the program and the driver. */
  async stop() {
    await call(this.session, 'DELETE', '').catch(() => undefined);
    this.driver.kill();
  }

  post(path, body) {
    return call(this.session, 'POST', path, body);
  }

  /** Does something with the first visible element, and again while the page is still moving. */
  async onceFound(xpaths, wanted, act) {
    await until(
      wanted,
      async () => {
        for (const value of xpaths) {
          const found = await this.post('/elements', { using: 'xpath', value });
          for (const element of found.map((one) => one[ELEMENT])) {
            if (await call(this.session, 'GET', `/element/${element}/displayed`)) {
              await act(element);
              return true;
            }
          }
        }
        return false;
      },
      () => this.text(),
    );
  }
}

const exactly = (name) =>
  `normalize-space(.)=${quoted(name)} or @aria-label=${quoted(name)} or .//*[normalize-space(.)=${quoted(name)}]`;
const beginning = (name) => `starts-with(normalize-space(.), ${quoted(name)})`;

/** Things that can be pressed now and are named like this. */
function pressable(named) {
  const kinds = `self::button or self::a or self::summary or self::label[.//input] or @role='button' or @role='tab' or @role='option' or @role='menuitem'`;
  return `//*[(${kinds}) and (${named}) and not(@disabled) and not(@aria-disabled='true')]`;
}

/** Fields with this name, given by a label or by aria-label. */
function field(name) {
  const words = quoted(name);
  const kinds = `self::input or self::textarea or self::select or @role='textbox' or @role='combobox' or @contenteditable='true'`;
  return (
    `//*[(${kinds}) and (@aria-label=${words} or @placeholder=${words})]` +
    ` | //*[(${kinds}) and @id=//label[normalize-space(.)=${words}]/@for]` +
    ` | //label[starts-with(normalize-space(.), ${words})]//*[${kinds}]` +
    ` | //*[(${kinds}) and @aria-labelledby=//*[normalize-space(.)=${words}]/@id]`
  );
}

function quoted(words) {
  return words.includes("'") ? `"${words}"` : `'${words}'`;
}

async function call(base, method, path, body) {
  const answer = await fetch(base + path, {
    method,
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

/** Asks again until the answer is yes; says what was there instead when it never is. */
export async function until(wanted, ask, instead) {
  const end = Date.now() + PATIENCE;
  let last = '';
  for (;;) {
    try {
      if (await ask()) return;
    } catch (error) {
      last = String(error);
    }
    if (Date.now() > end) {
      const there = instead ? `\nwhat was there:\n${await instead().catch(String)}` : '';
      throw new Error(`waited for ${wanted} ${last}${there}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
