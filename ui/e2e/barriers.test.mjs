/** No screen has a barrier that axe can find, in any look, and none breaks the security policy. */
import { after, before, test } from 'node:test';
import { screens } from './screens/all.mjs';
import { openStage } from './stage.mjs';

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

const only = process.env['SCREEN'] ?? '';

for (const [name, { look, go }] of Object.entries(screens)) {
  if (!name.includes(only)) continue;
  test(`${name} has no barrier in light, dark and high contrast`, async () => {
    const view = await stage.open(look);
    try {
      await go(view);
      await view.accessible(name);
      for (const [theme, contrast] of /** @type {const} */ ([
        ['dark', 'normal'],
        ['light', 'more'],
        ['dark', 'more'],
      ])) {
        await view.dress(theme, contrast);
        // Only colours change with the look.
        await view.accessible(`${name}, ${theme}, contrast ${contrast}`, ['color-contrast']);
      }
      view.clean();
    } finally {
      await view.close();
    }
  });
}
