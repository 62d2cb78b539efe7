import { expect, test } from './test.ts';

test.use({ viewport: { width: 1280, height: 900 } });

interface Shift {
  readonly value: number;
  readonly what: string;
}

test('while a long answer streams, nothing outside of it moves', async ({ chat, page, server }) => {
  await chat.ask('What are runs?');
  await chat.settled();
  await chat.askAndHold('/long 2000');
  await expect(chat.answers.last()).toContainText('Part 1');
  await page.evaluate(() => {
    const shifts: Shift[] = [];
    const lastTurn = [...document.querySelectorAll('[data-slot="chat-run"]')].at(-1);
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
          // Entries arrive later than their shifts: the turn that was live then may have ended.
          const isInLast = element?.closest('[data-slot="chat-run"]') === lastTurn;
          // The line below the composer says other things while a run lives, in its own place.
          if (!element || isInLast || element.closest('[data-slot="composer-hint"]')) continue;
          shifts.push({ value: entry.value, what: element.outerHTML.slice(0, 120) });
        }
      }
    }).observe({ type: 'layout-shift', buffered: false });
  });
  await server.openGate();
  await chat.settled();
  await expect(chat.answers.last()).toContainText(/\S{3}/);

  const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
  expect(shifts).toEqual([]);
});
