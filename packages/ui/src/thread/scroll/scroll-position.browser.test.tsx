import { type ReactElement, type ReactNode } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import * as Thread from '../index.ts';

const LINE_PX = 20;

const Conversation = ({ children }: { children: ReactNode }): ReactElement => (
  <Thread.Root style={{ width: 400 }}>
    <Thread.Viewport style={{ height: 300, overflowY: 'auto' }}>
      <div>{children}</div>
    </Thread.Viewport>
    <Thread.ScrollToBottom />
  </Thread.Root>
);

const lines = (from: number, to: number): ReactElement[] =>
  Array.from({ length: to - from }, (_, index) => (
    <div key={from + index} data-scroll-anchor="row" style={{ height: LINE_PX }}>
      {`Line ${from + index}`}
    </div>
  ));

const Lines = ({ count, spacer = 50 }: { count: number; spacer?: number }): ReactElement => (
  <Conversation>
    {lines(0, 50)}
    <div key="spacer" data-scroll-anchor="row" style={{ height: spacer }} />
    {lines(50, count)}
  </Conversation>
);

const log = (): HTMLElement => {
  const element = page.getByRole('log').element();
  if (!(element instanceof HTMLElement)) throw new Error('no log');
  return element;
};
const distance = (): number => log().scrollHeight - log().clientHeight - log().scrollTop;
const toEnd = page.getByRole('button', { name: 'Scroll to bottom', includeHidden: true });
const topOf = (words: string): number =>
  page.getByText(words, { exact: true }).element().getBoundingClientRect().top;

/** Resolves after the next frame with its scroll events, layout and resize observers. */
const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

async function scrollBy(px: number): Promise<void> {
  log().scrollTop += px;
  await painted();
}

test('content that shrinks below the viewport does not start following', async () => {
  const { rerender } = await render(<Lines count={50} />);
  await painted();
  expect(distance()).toBe(0);
  await scrollBy(-60);
  const { scrollTop } = log();
  await rerender(<Lines count={50} spacer={5} />);
  await painted();
  expect(distance()).toBe(15);
  expect(log().scrollTop).toBe(scrollTop);
  await expect.element(toEnd).toBeVisible();
  await rerender(<Lines count={55} spacer={5} />);
  await painted();
  expect(log().scrollTop).toBe(scrollTop);
  await expect.element(toEnd).toBeVisible();
});

test('a position beyond the end of shrunk content is restored when content is added', async () => {
  const { rerender } = await render(<Lines count={50} />);
  await painted();
  await scrollBy(-20);
  const { scrollTop } = log();
  await rerender(<Lines count={50} spacer={5} />);
  await painted();
  expect(log().scrollTop).toBe(scrollTop - 25);
  await rerender(<Lines count={55} spacer={5} />);
  await painted();
  expect(log().scrollTop).toBe(scrollTop);
});

test('a scroll up is kept when the content shrinks at the same time', async () => {
  const { rerender } = await render(<Lines count={50} />);
  await painted();
  const end = log().scrollTop;
  log().scrollTop -= 300;
  await rerender(<Lines count={50} spacer={5} />);
  await painted();
  expect(log().scrollTop).toBe(end - 300);
  await rerender(<Lines count={60} spacer={5} />);
  await painted();
  expect(log().scrollTop).toBe(end - 300);
});

test('small scroll steps up end following', async () => {
  const { rerender } = await render(<Lines count={50} />);
  await painted();
  const end = log().scrollTop;
  for (let step = 1; step <= 5; step += 1) {
    // oxlint-disable-next-line no-await-in-loop -- step after step, with content that grows in between
    await scrollBy(-10);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await rerender(<Lines count={50 + step} />);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await painted();
    expect(log().scrollTop).toBe(end - 10 * step);
  }
  await expect.element(toEnd).toBeVisible();
});

test('a scroll step down near the end starts following again', async () => {
  const { rerender } = await render(<Lines count={50} />);
  await painted();
  await scrollBy(-60);
  await scrollBy(45);
  await expect.element(toEnd).not.toBeVisible();
  await rerender(<Lines count={60} />);
  await painted();
  expect(distance()).toBe(0);
});

test('the wheel over a nested scroller at its end starts following', async () => {
  const inner = (
    <div
      key="inner"
      data-scroll-anchor="row"
      data-testid="inner"
      style={{ height: 100, overflowY: 'auto', overscrollBehavior: 'auto' }}
    >
      <div style={{ height: 400 }}>Output</div>
    </div>
  );
  const show = (count: number): ReactElement => (
    <Conversation>
      {lines(0, 50)}
      {inner}
      {lines(50, count)}
    </Conversation>
  );
  const { rerender } = await render(show(52));
  await painted();
  await scrollBy(-60);
  const box = page.getByTestId('inner');
  box.element().scrollTop = 300;
  await painted();
  await userEvent.wheel(box, { delta: { y: 200 } });
  await expect.element(toEnd).not.toBeVisible();
  await rerender(show(60));
  await expect.poll(distance).toBe(0);
});

test('rows that are added, removed or resized above the viewport move nothing in view', async () => {
  const show = (from: number, isTall: boolean): ReactElement => (
    <Conversation>
      {lines(from, 10)}
      <div key="spacer" data-scroll-anchor="row" style={{ height: isTall ? 170 : 30 }} />
      {lines(10, 60)}
    </Conversation>
  );
  const { rerender } = await render(show(0, false));
  await painted();
  await scrollBy(-500);
  const before = topOf('Line 30');
  for (const step of [show(-30, false), show(-30, true), show(5, false), show(-7, true)]) {
    // oxlint-disable-next-line no-await-in-loop -- one change after another
    await rerender(step);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await painted();
    expect(Math.abs(topOf('Line 30') - before)).toBeLessThanOrEqual(1);
  }
});

test('changes above the viewport within one long message move nothing in view', async () => {
  const show = (step: number): ReactElement => (
    <Conversation>
      <article data-scroll-anchor="row">
        <div style={{ height: step }} />
        {Array.from({ length: 60 }, (_, line) => (
          <p key={line} style={{ height: LINE_PX, margin: 0 }}>{`Line ${line}`}</p>
        ))}
      </article>
    </Conversation>
  );
  const { rerender } = await render(show(400));
  await painted();
  await scrollBy(-500);
  const before = topOf('Line 30');
  await rerender(show(100));
  await painted();
  expect(Math.abs(topOf('Line 30') - before)).toBeLessThanOrEqual(1);
});

test('a viewport that was hidden for a while keeps its position', async () => {
  const { rerender } = await render(<Lines count={50} />);
  await painted();
  await scrollBy(-300);
  const viewport = log();
  const { scrollTop } = viewport;
  viewport.style.display = 'none';
  await painted();
  viewport.style.display = '';
  await rerender(<Lines count={60} />);
  await painted();
  expect(log().scrollTop).toBe(scrollTop);
});
