/**
 * Builds the static Storybook and compares the computed styles and geometry of the key pages with the snapshots in
 * e2e/style-snapshots: `pnpm style-snapshots`. `--update` rewrites the snapshots; `--built` reuses an existing build.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumLaunch } from './browser.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { repositoryRoot } from './repository-root.ts';
import { runCommand } from './run-command.ts';
import { compareSnapshot } from './style-snapshots/compare-snapshot.ts';
import { measurePage, SNAPSHOT_PAGES } from './style-snapshots/measure-page.ts';
import { readSnapshot, writeSnapshot } from './style-snapshots/snapshot-file.ts';
import { THEMES, toSnapshot, WIDTHS } from './style-snapshots/style-snapshot.ts';

const isUpdate = process.argv.includes('--update');
await ensureBrowser();
if (!process.argv.includes('--built')) {
  const { exitCode, output } = await runCommand(
    ['storybook', 'build', '--quiet', '--output-dir', 'storybook-static'],
    { timeoutMs: 10 * 60_000 },
  );
  if (exitCode !== 0) throw new Error(`The static Storybook could not be built:\n${output}`);
}

mkdirSync(join(repositoryRoot, 'e2e', 'style-snapshots'), { recursive: true });
const browser = await chromium.launch(chromiumLaunch());
let failures = 0;
for (const name of SNAPSHOT_PAGES) {
  const measurements = [];
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      const { measurement, problems } = await measurePage(browser, name, {
        width,
        theme,
        detectFontDependent: isUpdate,
      });
      const differences = isUpdate ? [] : compareSnapshot(readSnapshot(name), measurement);
      for (const line of [...problems, ...differences]) console.error(`${name} ${width} ${theme}: ${line}`);
      failures += problems.length + differences.length;
      measurements.push(measurement);
    }
  }
  if (isUpdate) writeSnapshot(name, toSnapshot(measurements));
}
await browser.close();
console.log(
  isUpdate ? `${SNAPSHOT_PAGES.length} files written to e2e/style-snapshots.` : `${failures} differences.`,
);
process.exitCode = failures === 0 ? 0 : 1;
