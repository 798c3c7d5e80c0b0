/** The screens of documents that go out: formats, what was written, texts for a form. */
import { openPage, openStep, showPages } from './writing.mjs';

/** @typedef {import('./all.mjs').View} View */

/** @param {View} view */
async function formats(view) {
  await openStep(view, 'Hand over');
  await view.page.getByRole('button', { name: 'All', exact: true }).click();
}

/** @param {View} view */
async function written(view) {
  await view.twin((twin) => twin.native.picks.push('/full'));
  await formats(view);
  await view.page.getByRole('button', { name: 'Choose…' }).last().click();
  await view.page.getByText('/full').waitFor();
  await view.page.getByRole('button', { name: 'Write 9 files' }).click();
  await view.page.getByText('8 files are written.').waitFor();
  await view.page.getByText('PDF could not be written.').scrollIntoViewIfNeeded();
}

/** @param {View} view */
async function form(view) {
  await openStep(view, 'Hand over');
  await view.page.getByRole('button', { name: 'Show the fields' }).click();
  await view.page.getByRole('button', { name: 'Copy: Title' }).click();
  await view.page.getByRole('heading', { name: 'For a web form' }).scrollIntoViewIfNeeded();
}

/** Chooses how the pages are laid out, beside them. @param {View} view */
async function laid(view) {
  await openPage(view);
  await showPages(view);
  const pages = view.page.getByRole('region', { name: 'Pages' });
  await pages.getByText('Layout:').click();
  await pages.getByLabel('Table of contents').selectOption('with');
  await pages.getByLabel('Notes').selectOption('end');
  await pages.getByText('notes at the end · with contents').waitFor();
}

/** @type {Record<string, import('./all.mjs').Screen>} */
export const exportScreens = {
  'export-formats': { look: { sample: true }, go: formats },
  'export-formats-dark': { look: { sample: true, theme: 'dark' }, go: formats },
  'export-written': { look: { sample: true }, go: written },
  'export-written-mirrored': { look: { sample: true, dir: 'rtl' }, go: written },
  'pages-laid': { look: { sample: true }, go: laid },
  'pages-laid-dark': { look: { sample: true, theme: 'dark', dir: 'rtl' }, go: laid },
  'pages-laid-narrow': {
    look: { sample: true, viewport: { width: 820, height: 760 } },
    go: laid,
  },
  'export-form': { look: { sample: true }, go: form },
  'export-form-dark': { look: { sample: true, theme: 'dark' }, go: form },
  'export-form-narrow': {
    look: { sample: true, viewport: { width: 820, height: 760 } },
    go: form,
  },
};
