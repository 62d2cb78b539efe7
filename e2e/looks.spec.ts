import { expect, test } from '@playwright/test';
import { compareReading } from '../scripts/looks/compare-reading.ts';
import { readFacts } from '../scripts/looks/facts-file.ts';
import { THEMES, WIDTHS } from '../scripts/looks/page-facts.ts';
import { LOOKED_AT, readPage } from '../scripts/looks/read-page.ts';
import { KEY_PAGES, openStory, serveStories } from '../scripts/story-pages.ts';

// Facts are written by `pnpm looks --update`, after a look at `pnpm screenshots:pages`.
for (const name of LOOKED_AT) {
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      test(`the page "${name}" at ${width} pixels, ${theme}, has the boxes, type and colours on record`, async ({
        browser,
      }) => {
        const { reading, faults } = await readPage(browser, name, { width, theme });
        expect(faults, 'no text is cut off or leaves its column, and nothing overlaps').toEqual([]);
        const differences = compareReading(readFacts(name), reading);
        expect(differences, 'if this is meant, run "pnpm looks --update"').toEqual([]);
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
