/** Pictures of every screen: `npm run screens [name]` writes tests/output/screens/*.png at the root of the project. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { screens } from './screens/all.mjs';
import { openStage } from './stage.mjs';

const out = fileURLToPath(new URL('../../tests/output/screens/', import.meta.url));
const wanted = process.argv[2] ?? '';
await mkdir(out, { recursive: true });
const stage = await openStage();
for (const [name, { look, go }] of Object.entries(screens)) {
  if (!name.includes(wanted)) continue;
  const view = await stage.open(look);
  await go(view);
  await view.page.evaluate(() => document.fonts.ready);
  await view.page.waitForTimeout(150);
  await view.page.screenshot({ path: `${out}${name}.png` });
  console.log(`${name}.png${view.faults.length > 0 ? ` — ${view.faults.join('; ')}` : ''}`);
  await view.close();
}
await stage.close();
