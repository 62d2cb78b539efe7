import '../styles.css';
import { ThreadkitProvider } from '@threadkit/react';
import { createLongThread } from '@threadkit/testing';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage } from '../../stories/in-page.tsx';
import { loadLazyParts } from '../load-lazy-parts.ts';
import { Chat } from './chat.tsx';

const COUNT = 45;
/** Number of frames without a change after which the rows count as complete. */
const STILL_FRAMES = 10;

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

const anchorings = ['with', 'without'] as const;

function setAnchoring(anchoring: (typeof anchorings)[number]): void {
  if (anchoring === 'with') return;
  const style = document.createElement('style');
  style.textContent = '* { overflow-anchor: none !important; }';
  document.head.append(style);
  ends.push(async () => style.remove());
}

const log = (): HTMLElement => {
  const element = document.querySelector<HTMLElement>('[role="log"]');
  if (!element) throw new Error('no log');
  return element;
};
const rows = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(
    '[data-slot="text-row"], [data-slot="long-list-group"][data-rendered] > *',
  ),
];
/** Finds a message by its text, because its element changes when it is rendered. */
const numberOf = (row: HTMLElement): number => Number(/Said (\d+)/.exec(row.textContent)?.[1]);
const topOf = (number: number): number =>
  rows()
    .find((row) => numberOf(row) === number)
    ?.getBoundingClientRect().top ?? Number.NaN;
const firstInView = (): number => {
  const { top } = log().getBoundingClientRect();
  const row = rows().find((each) => each.getBoundingClientRect().bottom > top);
  return row ? numberOf(row) : Number.NaN;
};
const button = (): HTMLButtonElement | null => document.querySelector('[data-slot="thread-older"]');

/** The positions of all elements, for the message of a failed assertion. */
const describeView = (): string =>
  JSON.stringify({
    view: [log().scrollTop, log().scrollHeight, log().clientHeight, innerWidth],
    content: [...(log().firstElementChild?.children ?? [])].map((child) => [
      child.getAttribute('data-slot'),
      child.getBoundingClientRect().top,
      child.getBoundingClientRect().height,
    ]),
    rows: rows()
      .slice(0, 8)
      .map((row) => [numberOf(row), row.dataset['slot'], row.getBoundingClientRect().top]),
  });

/** Resolves after the next frame with its scroll events, layout and resize observers. */
const painted = (): Promise<void> =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve());
      port1.start();
      port2.postMessage(undefined);
    }),
  );

/** Resolves when `isDone` returns true and no row was added or rendered for some frames. */
async function waitForStableRows(isDone: () => boolean): Promise<void> {
  let still = 0;
  let last = '';
  while (still < STILL_FRAMES) {
    // oxlint-disable-next-line no-await-in-loop -- frame after frame
    await painted();
    const now = `${rows().length} ${document.querySelectorAll('[data-rendered]').length} ${log().scrollHeight}`;
    still = now === last && isDone() ? still + 1 : 0;
    last = now;
  }
}

/** Calls `act` after the first layout of the rows and the scroll to the end, before the first paint. */
function inFirstLayout(act: (content: Element) => void): Promise<void> {
  return new Promise((resolve) => {
    const changes = new MutationObserver(() => {
      const content = document.querySelector('[role="log"]')?.firstElementChild;
      if (!content) return;
      changes.disconnect();
      // Created after the viewport's observer, so it is called after that one in each frame.
      const sizes = new ResizeObserver(() => {
        if (rows().length === 0) return;
        sizes.disconnect();
        act(content);
        resolve();
      });
      sizes.observe(content);
    });
    changes.observe(document.body, { subtree: true, childList: true });
  });
}

async function showThread(): Promise<void> {
  // Parts that load later change the height of rows, also above the measured row.
  await loadLazyParts();
  const { server, client } = createInPage();
  ends.push(() => server.close());
  const threadId = await createLongThread(client, COUNT, (index) => `Said ${index}`);
  await render(
    <ThreadkitProvider client={client}>
      <Chat assistantId="asst_demo" threadId={threadId} style={{ height: 500 }} />
    </ThreadkitProvider>,
  );
}

const isFilled = (): boolean => rows().length >= 40;
const isComplete = (): boolean => rows().length === COUNT && button() === null;

async function pressOlder(): Promise<void> {
  button()?.focus({ preventScroll: true });
  await userEvent.keyboard('{Enter}');
}

for (const anchoring of anchorings) {
  test(`loading older messages keeps the scroll position and the focus, ${anchoring} scroll anchoring of the browser`, async () => {
    setAnchoring(anchoring);
    await showThread();
    await expect.element(page.getByText(`Said ${COUNT - 1}`)).toBeVisible();
    await waitForStableRows(isFilled);
    log().scrollTop = 0;
    await waitForStableRows(isFilled);
    const first = firstInView();
    const before = topOf(first);
    await pressOlder();
    await waitForStableRows(isComplete);
    expect(Math.abs(topOf(first) - before), describeView()).toBeLessThanOrEqual(1);
    expect(document.activeElement).toBe(log());
  });

  test(`loading older messages before all rows are rendered keeps the scroll position, ${anchoring} scroll anchoring of the browser`, async () => {
    setAnchoring(anchoring);
    let first = Number.NaN;
    let before = Number.NaN;
    const acted = inFirstLayout(() => {
      log().scrollTop = 0;
      first = firstInView();
      before = topOf(first);
      button()?.focus({ preventScroll: true });
      button()?.click();
    });
    await showThread();
    await acted;
    await waitForStableRows(isComplete);
    expect(Math.abs(topOf(first) - before)).toBeLessThanOrEqual(1);
    expect(document.activeElement).toBe(log());
  });

  test.for([-10, -300, -5000])(
    `a scroll of %d px before all rows are rendered keeps its position, ${anchoring} scroll anchoring of the browser`,
    async (step) => {
      setAnchoring(anchoring);
      let first = Number.NaN;
      let before = Number.NaN;
      const moved: number[] = [];
      const shift = (): number => Math.abs(topOf(first) - before);
      const acted = inFirstLayout((content) => {
        log().scrollTop += step;
        first = firstInView();
        before = topOf(first);
        // Called in each frame with a changed height, after the viewport's observer and before the paint.
        const sizes = new ResizeObserver(() => moved.push(shift()));
        sizes.observe(content);
        ends.push(async () => sizes.disconnect());
      });
      await showThread();
      await acted;
      await waitForStableRows(isFilled);
      moved.push(shift());
      expect(moved.length).toBeGreaterThan(1);
      expect(Math.max(...moved)).toBeLessThanOrEqual(1);
      await expect.element(page.getByRole('button', { name: 'Scroll to bottom' })).toBeVisible();
    },
  );
}
