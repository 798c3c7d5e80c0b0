/** The screens from writing to follow-up, and how to get there. */

/** @typedef {import('./all.mjs').View} View */

const sample = { look: { sample: true } };

/** @param {View} view @param {string} step */
export async function openStep({ page }, step) {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByRole('navigation', { name: 'The way' }).waitFor();
  await page
    .getByRole('navigation', { name: 'The way' })
    .getByRole('button', { name: step })
    .click();
}

/** @param {View} view */
export async function openPage(view) {
  await openStep(view, 'Write');
  const box = view.page.getByRole('textbox', { name: 'Text of the statement' });
  await box.waitFor();
  return box;
}

/** @param {View} view */
async function withMisfit(view) {
  await view.twin((twin) =>
    twin.header_set({ file: '/statements/sample.rostrum', field: 'organisation', value: '' }),
  );
  await openStep(view, 'Check');
  await view.page.getByRole('heading', { name: 'Stops the hand-over' }).waitFor();
}

/** @param {View} view */
async function frozen(view) {
  await view.twin(async (twin) => {
    const file = '/statements/sample.rostrum';
    await twin.version_create({ file, name: 'v1' });
    await twin.endorse({ file, signatory: 's1', version: 'v1', contact: '' });
    await twin.endorse({ file, signatory: 's2', version: 'v1', contact: '' });
  });
}

/** Words of other languages among those of the statement. @param {View} view */
async function tongues(view) {
  await view.twin((twin) =>
    twin.section_write({
      file: '/statements/sample.rostrum',
      section: 'General comments',
      text: 'Lawyers call it <span lang="fr">*droit souple*</span>, or <span lang="ar">القانون المرن</span> in Arabic.\n\n<span lang="ar">القانون المرن رقم 12</span>',
    }),
  );
  const box = await openPage(view);
  await box.getByTitle('French').click();
}

/** Asks for the language of words. @param {View} view */
async function askTongue(view) {
  await tongues(view);
  await view.page.getByRole('button', { name: 'More for the text' }).click();
  await view.page.getByRole('menuitem').first().waitFor();
}

/** Shows the pages beside the work. @param {View} view */
export async function showPages({ page }) {
  await page.getByRole('button', { name: 'Pages', exact: true }).click();
  await page.locator('section.pages img').first().waitFor();
}

/** @type {Record<string, import('./all.mjs').Screen>} */
export const writingScreens = {
  'write-pages': {
    ...sample,
    async go(view) {
      await openPage(view);
      await showPages(view);
    },
  },
  'write-pages-narrow': {
    look: { sample: true, theme: 'dark', dir: 'rtl', viewport: { width: 1024, height: 768 } },
    async go(view) {
      await openPage(view);
      await showPages(view);
    },
  },
  'hand-over-pages': {
    ...sample,
    async go(view) {
      await frozen(view);
      await openStep(view, 'Hand over');
      await showPages(view);
    },
  },
  write: {
    ...sample,
    async go(view) {
      await openPage(view);
    },
  },
  'write-dark': {
    look: { sample: true, theme: 'dark' },
    async go(view) {
      await openPage(view);
    },
  },
  'write-arabic': {
    look: { sample: true, dir: 'rtl' },
    async go(view) {
      await view.twin(async (twin) => {
        const at = '/statements/sample.rostrum';
        await twin.header_set({ file: at, field: 'language', value: 'ar' });
        const text =
          'نرحب **بمشروع التقرير** ونطلب من الفريق العامل OEWG أن ينشر 12 ملخصا.[@survey2025]\n\n- بند أول\n- بند ثان';
        await twin.section_write({ file: at, section: 'General comments', text });
      });
      await openPage(view);
    },
  },
  'write-tongues': { ...sample, go: tongues },
  'write-tongues-mirrored': { look: { sample: true, theme: 'dark', dir: 'rtl' }, go: tongues },
  'write-more': { ...sample, go: askTongue },
  'write-language': {
    look: { sample: true, viewport: { width: 820, height: 760 } },
    async go(view) {
      await askTongue(view);
      await view.page.getByRole('menuitem', { name: /^Language/ }).click();
      await view.page.getByRole('dialog').waitFor();
    },
  },
  'write-markup': {
    ...sample,
    async go(view) {
      await openPage(view);
      await view.page.getByRole('button', { name: 'More for the text' }).click();
      await view.page.getByRole('menuitemcheckbox', { name: 'Show mark-up' }).click();
    },
  },
  'write-cover': {
    ...sample,
    async go(view) {
      await openPage(view);
      await view.page.getByText('Cover', { exact: true }).click();
    },
  },
  'write-cite': {
    ...sample,
    async go(view) {
      await openPage(view);
      await view.page.getByRole('button', { name: 'Cite a source' }).click();
      await view.page.getByRole('radio').first().check();
    },
  },
  'write-source': {
    ...sample,
    async go(view) {
      await openPage(view);
      await view.page.getByRole('button', { name: 'Add a source' }).click();
      await view.page.getByRole('dialog').waitFor();
    },
  },
  check: { ...sample, go: withMisfit },
  partners: {
    ...sample,
    async go(view) {
      await frozen(view);
      await view.twin((twin) =>
        twin.header_set({ file: '/statements/sample.rostrum', field: 'title', value: 'Changed' }),
      );
      await openStep(view, 'Partners');
      await view.page.getByRole('table').waitFor();
    },
  },
  'partners-organisation': {
    ...sample,
    async go(view) {
      await openStep(view, 'Partners');
      await view.page.getByRole('button', { name: 'Add an organisation' }).click();
      await view.page.getByRole('dialog').waitFor();
    },
  },
  'hand-over': {
    ...sample,
    async go(view) {
      await frozen(view);
      await openStep(view, 'Hand over');
      await view.page.getByText('manifest.json').waitFor();
    },
  },
  'hand-over-channel': {
    ...sample,
    async go(view) {
      await openStep(view, 'Hand over');
      await view.page.getByRole('button', { name: 'Add a way to hand over' }).click();
      await view.page.getByLabel('Kind').selectOption('https');
    },
  },
  'hand-over-receipts': {
    ...sample,
    async go(view) {
      await frozen(view);
      await view.twin(async (twin) => {
        const file = '/statements/sample.rostrum';
        await twin.submit({ file, version: 'v1', channel: 'folder', job: '' });
        const silent = {
          id: 'silent',
          kind: 'https',
          name: 'Portal',
          address: 'https://silent.example.org/in',
          has_secret: true,
        };
        await twin.channel_save({ channel: silent, secret: '' });
        await twin.submit({ file, version: 'v1', channel: 'silent', job: '' });
      });
      await openStep(view, 'Hand over');
      await view.page.getByText('Outcome unknown').first().waitFor();
      await view.page.getByRole('heading', { name: 'Receipts' }).scrollIntoViewIfNeeded();
    },
  },
  'follow-up': {
    ...sample,
    async go(view) {
      await frozen(view);
      await view.twin((twin) =>
        twin.submit({
          file: '/statements/sample.rostrum',
          version: 'v1',
          channel: 'folder',
          job: '',
        }),
      );
      await openStep(view, 'Follow up');
      await view.page.getByText('Handed over').first().waitFor();
    },
  },
};
