import '../styles.css';
import { ThreadkitProvider } from '@threadkit/react';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage } from '../stories/in-page.tsx';
import { Chat } from './chat.tsx';

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

test('earlier messages come in above without moving what is read, and leave the focus in the conversation', async () => {
  const { server, client } = createInPage();
  servers.push(server);
  const thread = await client.createThread({});
  for (let count = 0; count < 45; count++) {
    // oxlint-disable-next-line no-await-in-loop -- their order is what is looked at
    await client.createMessage(thread.id, {
      role: count % 2 ? 'assistant' : 'user',
      content: `Said ${count}`,
    });
  }
  await render(
    <ThreadkitProvider client={client}>
      <Chat assistantId="asst_demo" threadId={thread.id} style={{ height: 500 }} />
    </ThreadkitProvider>,
  );
  await expect.element(page.getByText('Said 44'), { timeout: 5000 }).toBeVisible();
  const log = page.getByRole('log').element();
  // The view sticks to the end while it is being laid out: scrolling away counts once it has been noticed.
  await expect
    .poll(() => {
      log.scrollTop = 0;
      return page.getByRole('button', { name: 'Jump to the end' }).query();
    })
    .not.toBeNull();
  const button = page.getByRole('button', { name: 'Show earlier messages' });
  // The rows themselves may be text until the reader does something; what holds them stays.
  const oldest = document.querySelector('[data-slot="row-group"]');
  const before = oldest?.getBoundingClientRect().top ?? Number.NaN;

  const element = button.element();
  if (element instanceof HTMLElement) element.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Said 0', { exact: true }), { timeout: 5000 }).toBeInTheDocument();
  await vi.waitFor(() => {
    expect(Math.abs((oldest?.getBoundingClientRect().top ?? 0) - before)).toBeLessThanOrEqual(1);
  });
  await expect.element(button).not.toBeInTheDocument();
  expect(document.activeElement).toBe(log);
});
