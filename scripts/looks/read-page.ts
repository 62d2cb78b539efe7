import type { Browser } from 'playwright';
import { KEY_PAGES, type KeyPage, openStory, serveStories } from '../story-pages.ts';
import { keepStable, type Reading, type Theme } from './page-facts.ts';
import { type PageLooks, readLooks } from './read-looks.ts';

/** The pages whose looks are held as facts. */
export const LOOKED_AT: readonly KeyPage[] = ['empty', 'conversation', 'approvals', 'failed'];

/** Other machines draw the same letters wider or narrower, and code in other faces: what they change is no fact. */
const OTHER_GLYPHS = [
  '* { letter-spacing: 0.03em !important }',
  '* { letter-spacing: -0.03em !important }',
  ':root { --tk-font-mono: "Inter Variable" !important } * { word-spacing: 0.1em !important }',
];

/** How wide a scrollbar is, and whether it takes room, is the machine's. */
const NO_SCROLLBARS = '* { scrollbar-width: none !important }';

export interface ReadPageOptions {
  readonly width: number;
  readonly theme: Theme;
  /** Find out which values follow from the glyphs of this machine, to write facts for other machines. */
  readonly tryOtherGlyphs?: boolean;
}

/** Reads a key page from the static Storybook, as it looks at a width in a theme. */
export async function readPage(
  browser: Browser,
  name: KeyPage,
  { width, theme, tryOtherGlyphs = false }: ReadPageOptions,
): Promise<{ reading: Reading; faults: PageLooks['faults'] }> {
  const context = await browser.newContext({
    viewport: { width, height: width === 360 ? 720 : 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: width === 360,
  });
  await serveStories(context);
  const page = await context.newPage();
  await openStory(page, KEY_PAGES[name], { theme });
  await page.addStyleTag({ content: NO_SCROLLBARS });
  const { looks, faults } = await page.evaluate(readLooks);
  const all = [looks];
  for (const content of tryOtherGlyphs ? OTHER_GLYPHS : []) {
    // oxlint-disable-next-line no-await-in-loop -- one set of glyphs after another
    const style = await page.addStyleTag({ content });
    // oxlint-disable-next-line no-await-in-loop -- see above
    all.push((await page.evaluate(readLooks)).looks);
    // oxlint-disable-next-line no-await-in-loop -- see above
    await style.evaluate((element) => element.parentNode?.removeChild(element));
  }
  await context.close();
  return { reading: { width, theme, looks: keepStable(all) }, faults };
}
