import { expect, test } from '@playwright/test';
import { KEY_PAGES, openStory, serveStories } from '../scripts/story-pages.ts';
import { compareSnapshot } from '../scripts/style-snapshots/compare-snapshot.ts';
import { measurePage, SNAPSHOT_PAGES } from '../scripts/style-snapshots/measure-page.ts';
import { readSnapshot } from '../scripts/style-snapshots/snapshot-file.ts';
import { THEMES, WIDTHS } from '../scripts/style-snapshots/style-snapshot.ts';

// To accept a change, review `pnpm screenshots:pages`, then run `pnpm style-snapshots --update`.
for (const name of SNAPSHOT_PAGES) {
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      test(`the page "${name}" at ${width} pixels, ${theme}, matches its recorded geometry, type and colors`, async ({
        browser,
      }) => {
        const { measurement, problems } = await measurePage(browser, name, { width, theme });
        expect(problems, 'no text is cut off or leaves its column, and nothing overlaps').toEqual([]);
        const differences = compareSnapshot(readSnapshot(name), measurement);
        expect(differences, 'if the change is intended, run "pnpm style-snapshots --update"').toEqual([]);
      });
    }
  }
}

for (const [name, id] of Object.entries(KEY_PAGES)) {
  test(`the page "${name}" does not scroll sideways at 320 pixels`, async ({ page, context }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await serveStories(context);
    await openStory(page, id, { theme: 'light' });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    const log = await page
      .getByRole('log')
      .first()
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(log).toBe(0);
  });
}
