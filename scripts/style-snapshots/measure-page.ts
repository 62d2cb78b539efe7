import type { Browser } from 'playwright';
import { KEY_PAGES, type KeyPage, openStory, serveStories } from '../story-pages.ts';
import { measureStyles, type PageStyles } from './measure-styles.ts';
import { type Measurement, markFontDependent, type Theme } from './style-snapshot.ts';

/** The pages that have a snapshot. */
export const SNAPSHOT_PAGES: readonly KeyPage[] = ['empty', 'conversation', 'approvals', 'failed'];

/** Simulate the glyph widths and monospaced fonts of other machines. Lengths that change with them are not compared. */
const GLYPH_VARIATIONS = [
  '* { letter-spacing: 0.03em !important }',
  '* { letter-spacing: -0.03em !important }',
  ':root { --tk-font-mono: "Inter Variable" !important } * { word-spacing: 0.1em !important }',
];

/** The width of scrollbars depends on the machine. */
const NO_SCROLLBARS = '* { scrollbar-width: none !important }';

export interface MeasurePageOptions {
  readonly width: number;
  readonly theme: Theme;
  /** Marks lengths that depend on glyph widths, for a snapshot that other machines can compare with. */
  readonly detectFontDependent?: boolean;
}

/** Opens a key page of the static Storybook and measures it at one width in one theme. */
export async function measurePage(
  browser: Browser,
  name: KeyPage,
  { width, theme, detectFontDependent = false }: MeasurePageOptions,
): Promise<{ measurement: Measurement; problems: PageStyles['problems'] }> {
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
  const { styles, problems } = await page.evaluate(measureStyles);
  const all = [styles];
  for (const content of detectFontDependent ? GLYPH_VARIATIONS : []) {
    // oxlint-disable-next-line no-await-in-loop -- one variation after another
    const style = await page.addStyleTag({ content });
    // oxlint-disable-next-line no-await-in-loop -- see above
    all.push((await page.evaluate(measureStyles)).styles);
    // oxlint-disable-next-line no-await-in-loop -- see above
    await style.evaluate((element) => element.parentNode?.removeChild(element));
  }
  await context.close();
  return { measurement: { width, theme, styles: markFontDependent(all) }, problems };
}
