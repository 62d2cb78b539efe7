import { eventually } from '@threadkit/testing/eventually';
import { type ReactElement } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import * as Thread from './index.ts';

const Conversation = ({ lines }: { lines: number }): ReactElement => (
  <Thread.Root style={{ height: 300 }}>
    <Thread.Viewport style={{ height: 300, overflowY: 'auto' }}>
      <div style={{ height: lines * 20 }} />
    </Thread.Viewport>
    <Thread.ScrollToBottom />
  </Thread.Root>
);

const log = (): HTMLElement => {
  const element = page.getByRole('log').element();
  if (!(element instanceof HTMLElement)) throw new Error('no log');
  return element;
};
const distance = (): number => log().scrollHeight - log().clientHeight - log().scrollTop;
const atEnd = (): Promise<void> => eventually(() => expect(distance()).toBeLessThanOrEqual(1));

test('the viewport follows the end while the content grows', async () => {
  const screen = await render(<Conversation lines={50} />);
  await atEnd();
  await screen.rerender(<Conversation lines={90} />);
  await atEnd();
});

test('the viewport does not follow the end after the user has scrolled up, and a button returns to the end', async () => {
  const screen = await render(<Conversation lines={50} />);
  await atEnd();
  log().scrollTop -= 200;
  const button = page.getByRole('button', { name: 'Scroll to bottom' });
  await expect.element(button).toBeVisible();
  const before = log().scrollTop;
  await screen.rerender(<Conversation lines={90} />);
  await eventually(() => expect(log().scrollHeight).toBeGreaterThan(1700));
  expect(log().scrollTop).toBe(before);

  await button.click();
  await atEnd();
  await screen.rerender(<Conversation lines={120} />);
  await atEnd();
});

test('the viewport is a labeled log that is silent while text streams', async () => {
  await render(<Conversation lines={1} />);
  const viewport = page.getByRole('log', { name: 'Conversation' });
  await expect.element(viewport).toHaveAttribute('aria-live', 'off');
});
