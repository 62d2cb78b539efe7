import '../styles.css';
import { ThreadkitProvider } from '@threadkit/react';
import { createLongThread } from '@threadkit/testing';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage } from '../../stories/in-page.tsx';
import { Chat } from './chat.tsx';

const show = page.getByRole('button', { name: 'Show earlier messages' });
const retryButton = page.getByRole('button', { name: 'Retry' });
const announced = (): readonly string[] =>
  Array.from(page.getByRole('status').element().children, ({ textContent }) => textContent);

const refused = (): Response => Response.json({ error: { message: 'Storage is away.' } }, { status: 500 });
const page404 = (): Response =>
  new Response('<h1>Not here</h1>', { headers: { 'content-type': 'text/html' } });
const unreachable = (): never => {
  throw new TypeError('Failed to fetch');
};

test('a failure to load older messages is announced at each attempt, and a later attempt succeeds', async () => {
  const responses = [refused, unreachable, page404];
  const { server, client } = createInPage({
    intercept: async (request, next) => {
      const isOlder = new URL(request.url).searchParams.has('after');
      return (isOlder && responses.shift()?.()) || next(request);
    },
  });
  onTestFinished(() => server.close());
  const threadId = await createLongThread(client, 45, (index) => `Message ${index + 1}`);
  await render(
    <ThreadkitProvider client={client}>
      <Chat assistantId="asst_demo" threadId={threadId} style={{ height: 500 }} />
    </ThreadkitProvider>,
  );
  await show.click();
  await expect.poll(() => announced().length).toBe(1);
  expect(announced()[0]).toBe('Could not load earlier messages. The server has a problem. Try again later.');
  await expect.element(retryButton).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => announced().length).toBe(2);
  expect(announced()[1]).toContain('could not be reached');
  await retryButton.click();
  await expect.poll(() => announced().length).toBe(3);
  await retryButton.click();
  await expect.element(page.getByText('Message 1', { exact: true })).toBeInTheDocument();
  await expect.element(retryButton).not.toBeInTheDocument();
  expect(announced()).toHaveLength(3);
});
