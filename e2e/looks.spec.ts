import { expect, test } from '@playwright/test';
import { KEY_PAGES, type KeyPage, openStory, serveStories } from '../scripts/story-pages.ts';

// Inter comes with the stories, so that words stand where they stood on any machine; how their edges are drawn may
// differ. Baselines are written by `pnpm test:e2e looks --update-snapshots`, after a look at them.
const pages: readonly KeyPage[] = ['empty', 'conversation', 'approvals', 'failed'];

for (const name of pages) {
  test(`${name} looks as it did`, async ({ page, context }) => {
    await page.setViewportSize({ width: 1280, height: 560 });
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await serveStories(context);
    await openStory(page, KEY_PAGES[name], { theme: 'light' });
    // A machine's own face for code is its own.
    await page.addStyleTag({ content: ':root { --tk-font-mono: "Inter Variable" }' });
    await expect(page).toHaveScreenshot(`${name}.png`, {
      animations: 'disabled',
      // About a line of words. What a run is called and how long is left differ each time, by less.
      maxDiffPixelRatio: 0.003,
      threshold: 0.25,
    });
  });
}

for (const [name, id] of Object.entries(KEY_PAGES)) {
  test(`${name} does not scroll sideways at 320 pixels`, async ({ page, context }) => {
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
