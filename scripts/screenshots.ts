/** Takes the screenshots of the README: a conversation in the playground, light and dark. */

import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { chooseEngine } from '../examples/playground/server/choose-engine.ts';
import { startPlayground } from '../examples/playground/server/playground-server.ts';
import { chromiumLaunch } from './browser.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { repositoryRoot } from './repository-root.ts';

const playground = join(repositoryRoot, 'examples', 'playground');
const images = join(repositoryRoot, 'docs', 'images');
const titles = ['Resume after a reload', 'What a run step is', 'Compare two engines'];

async function addThreads(url: string): Promise<void> {
  for (const title of titles) {
    const response = await fetch(`${url}/v1/threads`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ metadata: { title } }),
    });
    if (!response.ok) throw new Error(`The thread "${title}" could not be created: ${await response.text()}`);
  }
}

async function sendMessage(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  await composer.fill(text);
  await composer.press('Enter');
}

async function takeScreenshot(
  browser: Browser,
  url: string,
  colorScheme: 'light' | 'dark',
  file: string,
): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 820 },
    deviceScaleFactor: 2,
    colorScheme,
    reducedMotion: 'reduce',
  });
  await page.goto(url);
  await sendMessage(page, 'Roll 3 dice with 20 sides');
  await page
    .getByText(/3 dice with 20 sides:/)
    .last()
    .waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
  await sendMessage(page, `Now change the theme to ${colorScheme === 'light' ? 'dark' : 'light'}, please`);
  await page.getByRole('button', { name: 'Change theme', exact: true }).waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(images, file), animations: 'disabled' });
  await page.close();
}

await ensureBrowser();
await build({ configFile: join(playground, 'vite.config.ts'), logLevel: 'warn' });
for (const [colorScheme, file] of [
  ['light', 'playground.png'],
  ['dark', 'playground-dark.png'],
] as const) {
  const server = await startPlayground({
    ...chooseEngine({}, 0),
    port: 0,
    db: ':memory:',
    page: join(playground, 'dist'),
  });
  const browser = await chromium.launch(chromiumLaunch());
  await addThreads(server.url);
  await takeScreenshot(browser, server.url, colorScheme, file);
  await browser.close();
  await server.close();
  console.log(`docs/images/${file}`);
}
