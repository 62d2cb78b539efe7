import { expect, test } from './test.ts';

test.use({ paceMs: 1, viewport: { width: 1280, height: 900 } });

interface Shift {
  readonly value: number;
  readonly what: string;
}

test('while a long answer streams, nothing outside of it moves', async ({ chat, page }) => {
  await chat.ask('What are runs?');
  await chat.settled();
  await chat.ask('/long 4000');
  await expect(chat.answers).toHaveCount(2);
  await expect(chat.answers.last()).toContainText('Part 1');
  await page.evaluate(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      })[]) {
        // Sending takes the view to its end: that is what the person asked for.
        if (entry.hadRecentInput) continue;
        for (const { node } of entry.sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          // The line below the composer says other things while a run lives, in its own place.
          if (!element || element.closest('[data-slot="turn"][data-live], [data-slot="composer-hint"]'))
            continue;
          shifts.push({ value: entry.value, what: element.outerHTML.slice(0, 120) });
        }
      }
    }).observe({ type: 'layout-shift', buffered: false });
  });
  await expect(chat.stop).toBeHidden({ timeout: 60_000 });
  await expect(chat.answers.last()).toContainText(/\S{3}/);

  const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
  expect(shifts).toEqual([]);
});
