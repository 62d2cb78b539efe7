/**
 * Compares the looks of the key pages with the facts in e2e/looks, from a fresh static Storybook: `pnpm looks`;
 * `pnpm looks --update` writes the facts anew. `--built` takes the Storybook that is there.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { bringBrowser } from './bring-browser.ts';
import { chromiumLaunch } from './browser.ts';
import { compareReading } from './looks/compare-reading.ts';
import { readFacts, writeFacts } from './looks/facts-file.ts';
import { THEMES, toFacts, WIDTHS } from './looks/page-facts.ts';
import { LOOKED_AT, readPage } from './looks/read-page.ts';
import { repositoryRoot } from './repository-root.ts';
import { runCommand } from './run-command.ts';

const isUpdate = process.argv.includes('--update');
await bringBrowser();
if (!process.argv.includes('--built')) {
  const { exitCode, output } = await runCommand(
    ['storybook', 'build', '--quiet', '--output-dir', 'storybook-static'],
    { timeoutMs: 10 * 60_000 },
  );
  if (exitCode !== 0) throw new Error(`The static Storybook could not be built:\n${output}`);
}

mkdirSync(join(repositoryRoot, 'e2e', 'looks'), { recursive: true });
const browser = await chromium.launch(chromiumLaunch());
let wrong = 0;
for (const name of LOOKED_AT) {
  const readings = [];
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      const { reading, faults } = await readPage(browser, name, { width, theme, tryOtherGlyphs: isUpdate });
      const differences = isUpdate ? [] : compareReading(readFacts(name), reading);
      for (const line of [...faults, ...differences]) console.error(`${name} ${width} ${theme}: ${line}`);
      wrong += faults.length + differences.length;
      readings.push(reading);
    }
  }
  if (isUpdate) writeFacts(name, toFacts(readings));
}
await browser.close();
console.log(isUpdate ? `${LOOKED_AT.length} files written to e2e/looks.` : `${wrong} differences.`);
process.exitCode = wrong === 0 ? 0 : 1;
