/**
 * Builds the static Storybook and takes screenshots of the key pages at 360, 768 and 1280 pixels, light and dark:
 * `pnpm screenshots:pages [folder]`. The default folder is test-results/pages.
 */

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { chromiumLaunch } from './browser.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { repositoryRoot } from './repository-root.ts';
import { runCommand } from './run-command.ts';
import { KEY_PAGES, openStory, serveStories } from './story-pages.ts';

const [given = join(repositoryRoot, 'test-results', 'pages')] = process.argv
  .slice(2)
  .filter((arg) => arg !== '--');
const folder = resolve(given);

await ensureBrowser();
const { exitCode, output } = await runCommand(
  ['storybook', 'build', '--quiet', '--output-dir', 'storybook-static'],
  { timeoutMs: 10 * 60_000 },
);
if (exitCode !== 0) throw new Error(`The static Storybook could not be built:\n${output}`);

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(chromiumLaunch());
let taken = 0;
for (const theme of ['light', 'dark'] as const) {
  for (const width of [360, 768, 1280]) {
    const context = await browser.newContext({
      viewport: { width, height: width === 360 ? 720 : 900 },
      colorScheme: theme,
      reducedMotion: 'reduce',
      hasTouch: width === 360,
    });
    await serveStories(context);
    for (const [name, id] of Object.entries(KEY_PAGES)) {
      const page = await context.newPage();
      await openStory(page, id, { theme });
      const file = `${name}-${width}-${theme}.png`;
      await page.screenshot({ path: join(folder, file), animations: 'disabled', fullPage: true });
      await page.close();
      taken += 1;
    }
    await context.close();
  }
}
await browser.close();
console.log(`${taken} screenshots in ${folder}`);
