/** One browser, one server, and pages that fail a test on any error of theirs. */
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

/**
 * @typedef {object} Look
 * @property {'light' | 'dark'} [theme]
 * @property {'normal' | 'more'} [contrast]
 * @property {boolean} [sample] whether the sample is already on the start screen
 * @property {'ltr' | 'rtl'} [dir]
 * @property {{ width: number, height: number }} [viewport]
 */

/** The moment at which every test takes place. */
export const moment = new Date('2026-11-22T14:02:00Z');

/** Starts the browser and the server. */
export async function openStage() {
  const server = await serve();
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    chromiumSandbox: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

  /**
   * Opens the window.
   * @param {Look} look
   */
  async function open(look = {}) {
    const { theme = 'light', contrast = 'normal', sample = false, dir = 'ltr' } = look;
    const context = await browser.newContext({
      viewport: look.viewport ?? { width: 1360, height: 860 },
      locale: 'en-GB',
      timezoneId: 'Africa/Nairobi',
      reducedMotion: 'reduce',
      colorScheme: theme,
    });
    const page = await context.newPage();
    /** @type {string[]} */
    const faults = [];
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) {
        faults.push(`${message.type()}: ${message.text()}`);
      }
    });
    await page.exposeFunction('tellFault', (/** @type {string} */ fault) => faults.push(fault));
    await page.addInitScript(
      ([wantedTheme, wantedContrast]) => {
        localStorage.setItem('rostrum.theme', wantedTheme ?? '');
        localStorage.setItem('rostrum.contrast', wantedContrast ?? '');
        document.addEventListener('securitypolicyviolation', (event) => {
          /** @type {any} */ (window).tellFault(
            `policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
          );
        });
      },
      [theme, contrast],
    );
    await page.clock.setFixedTime(moment);
    await page.goto(server.url + (sample ? '?sample' : ''));
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    if (dir === 'rtl') {
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
    }
    return {
      page,
      /** What went wrong on the page so far. */
      faults,
      /**
       * Fails when axe finds a barrier, naming it.
       * @param {string} screen
       * @param {string[]} [rules] only these rules of axe
       */
      async accessible(screen, rules) {
        const axe = new AxeBuilder({ page });
        const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
        const named = violations.map(
          (v) =>
            `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} (${n.failureSummary})`).join(' | ')}`,
        );
        assert.deepEqual(named, [], `barriers on ${screen}`);
      },
      /**
       * Changes the look as the settings would.
       * @param {'light' | 'dark'} newTheme
       * @param {'normal' | 'more'} newContrast
       */
      async dress(newTheme, newContrast) {
        await page.evaluate(
          ([t, c]) => {
            document.documentElement.dataset['theme'] = t ?? '';
            document.documentElement.dataset['contrast'] = c ?? '';
          },
          [newTheme, newContrast],
        );
        // Even a transition of no length takes a frame.
        await page.waitForTimeout(100);
      },
      /** Fails when the page had a fault. */
      clean() {
        assert.deepEqual(faults, []);
      },
      /** Runs a function against the twin. @param {string | ((twin: any) => unknown)} run */
      twin(run) {
        return page.evaluate(`(${run.toString()})(window.rostrumTwin)`);
      },
      close: () => context.close(),
    };
  }

  return {
    open,
    async close() {
      await browser.close();
      server.close();
    },
  };
}
