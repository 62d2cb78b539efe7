import { expect, test } from './test.ts';

test.use({ viewport: { width: 1280, height: 900 } });

interface Shift {
  readonly value: number;
  readonly what: string;
}

test('a streaming response causes no layout shift outside of its run', async ({ chat, page, server }) => {
  await chat.sendMessage('What are runs?');
  await chat.waitForRunEnd();
  await chat.sendAndPauseResponse('/long 2000');
  await expect(chat.assistantMessages.last()).toContainText('Part 1');
  await page.evaluate(() => {
    const shifts: Shift[] = [];
    const lastRun = [...document.querySelectorAll('[data-slot="chat-run"]')].at(-1);
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      })[]) {
        // Sending a message scrolls to the bottom.
        if (entry.hadRecentInput) continue;
        for (const { node } of entry.sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          // Entries arrive after their shifts, when the run may have ended: do not check `data-live`.
          const isInLastRun = element?.closest('[data-slot="chat-run"]') === lastRun;
          // The hint below the composer has another text during a run.
          if (!element || isInLastRun || element.closest('[data-slot="composer-hint"]')) continue;
          shifts.push({ value: entry.value, what: element.outerHTML.slice(0, 120) });
        }
      }
    }).observe({ type: 'layout-shift', buffered: false });
  });
  await server.openGate();
  await chat.waitForRunEnd();
  await expect(chat.assistantMessages.last()).toContainText(/\S{3}/);

  const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
  expect(shifts).toEqual([]);
});
