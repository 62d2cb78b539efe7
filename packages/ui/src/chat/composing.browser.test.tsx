import '../styles.css';
import { ThreadkitProvider, useReset } from '@threadkit/react';
import { engineGate, SOME_WORDS } from '@threadkit/testing';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage, type InPageOptions } from '../../stories/in-page.tsx';
import { Chat, type ChatProps } from './chat.tsx';

afterEach(() => localStorage.clear());

const input = page.getByRole('textbox', { name: 'Message' });
const receipts = page.getByRole('group', { name: 'Response details' });
const queue = page.getByRole('list', { name: 'Queued messages' });

/** All drafts, as the page's storage has them. */
const kept = (): string =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith('threadkit:texts:'))
    .map((key) => localStorage.getItem(key))
    .join();

/** A server, and chats on it: each call is the page anew, as after a reload. */
function serve(options: InPageOptions = {}) {
  const { server, client } = createInPage(options);
  onTestFinished(() => server.close());
  const chat = (props: Partial<ChatProps> = {}, beside?: ReactNode): ReactNode => (
    <StrictMode>
      <ThreadkitProvider client={client}>
        {beside}
        <Chat assistantId="asst_demo" style={{ height: 600 }} {...props} />
      </ThreadkitProvider>
    </StrictMode>
  );
  return { client, chat };
}

async function ask(text: string): Promise<void> {
  await input.fill(text);
  await userEvent.keyboard('{Enter}');
}

test('what is typed stays with its thread, over other threads and a reload', async () => {
  const { client, chat } = serve();
  const [one, two] = await Promise.all([client.createThread(), client.createThread()]);
  const screen = await render(chat({ threadId: one.id }));
  await input.fill('for the first');
  await screen.rerender(chat({ threadId: two.id }));
  await expect.element(input).toHaveValue('');
  await expect.element(page.getByRole('button', { name: 'Send' })).toHaveAttribute('data-mode', 'idle');
  await input.fill('for the second');
  await screen.rerender(chat({ threadId: one.id }));
  await expect.element(input).toHaveValue('for the first');
  await screen.unmount();

  const again = await render(chat({ threadId: two.id }));
  await expect.element(input).toHaveValue('for the second');
  await expect.element(page.getByRole('button', { name: 'Send' })).toHaveAttribute('data-mode', 'send');
  await ask('for the second, sent');
  await expect.element(receipts).toBeVisible();
  await again.unmount();

  await render(chat({ threadId: two.id }));
  await expect.element(page.getByRole('article', { name: 'You' })).toBeVisible();
  await expect.element(input).toHaveValue('');
});

test('what is typed is written when the page is hidden, without a moment’s delay', async () => {
  const { chat } = serve();
  await render(chat({ newChatKey: 'home' }));
  await input.fill('almost lost');
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(kept).toContain('almost lost');
});

test('a named chat keeps what is typed before and after it has become a thread', async () => {
  const { chat } = serve();
  const first = await render(chat({ newChatKey: 'home' }));
  await input.fill('What are runs?');
  await first.unmount();
  const second = await render(chat({ newChatKey: 'home' }));
  await expect.element(input).toHaveValue('What are runs?');
  await input.click();
  await userEvent.keyboard('{Enter}');
  await expect.element(receipts).toBeVisible();
  await input.fill('And steps?');
  await second.unmount();
  await render(chat({ newChatKey: 'home' }));
  await expect.element(page.getByText('What are runs?')).toBeVisible();
  await expect.element(input).toHaveValue('And steps?');
});

test('a new chat without a name keeps what is typed, too, until another has begun in its place', async () => {
  const { client, chat } = serve();
  const { id } = await client.createThread();
  const screen = await render(chat());
  await input.fill('What are runs?');
  await screen.rerender(chat({ threadId: id }));
  await expect.element(input).toHaveValue('');
  await screen.rerender(chat());
  await expect.element(input).toHaveValue('What are runs?');
  await screen.unmount();
  const again = await render(chat());
  await expect.element(input).toHaveValue('What are runs?');
  await input.click();
  await userEvent.keyboard('{Enter}');
  await expect.element(receipts).toBeVisible();
  await again.unmount();
  await render(chat());
  await expect.element(input).toHaveValue('');
});

test('signing out forgets what was typed', async () => {
  const { chat } = serve();
  function SignOut(): ReactNode {
    const reset = useReset();
    return (
      <button type="button" onClick={reset}>
        Sign out
      </button>
    );
  }
  const screen = await render(chat({ newChatKey: 'home' }, <SignOut />));
  await input.fill('private');
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(kept).toContain('private');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await screen.unmount();
  await expect.poll(kept).not.toContain('private');
  await render(chat({ newChatKey: 'home' }));
  await expect.element(input).toHaveValue('');
});

test('a queued message that is taken back keeps what was being typed, and both outlive a reload', async () => {
  const { chat } = serve({ gate: engineGate({ closedAfter: SOME_WORDS }) });
  const screen = await render(chat({ newChatKey: 'home' }));
  await ask('Tell me something long');
  await expect.element(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await ask('And then?');
  await input.fill('wait');
  await page.getByRole('button', { name: 'Edit queued message: And then?' }).click();
  await expect.element(input).toHaveValue('And then?\nwait');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('You stopped this response.')).toBeVisible();
  await screen.unmount();
  await render(chat({ newChatKey: 'home' }));
  await expect.element(input).toHaveValue('And then?\nwait');
});

test('what is refused while a run lives comes back to the field', async () => {
  const { chat } = serve({ gate: engineGate({ closedAfter: SOME_WORDS }) });
  await render(chat({ whenBusy: 'reject' }));
  await ask('Tell me something long');
  await expect.element(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await ask('And then?');
  await expect.element(input).toHaveValue('And then?');
});

test('a queued message can be sent now: the run it waits for is stopped', async () => {
  const { chat } = serve({ gate: engineGate({ closedAfter: SOME_WORDS }) });
  await render(chat());
  await ask('Tell me something long');
  await expect.element(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  for (const text of ['What are runs?', 'What are steps?', 'What are threads?']) await ask(text);
  await page.getByRole('button', { name: 'Stop the run and send now: What are steps?' }).click();
  await expect.element(page.getByText('You stopped this response.')).toBeVisible();
  await expect
    .element(page.getByRole('article', { name: 'You' }).nth(1))
    .toHaveTextContent('What are steps?');
  await expect.element(input).toHaveFocus();
});

test('↑ in the empty field takes the last queued message back', async () => {
  const { chat } = serve({ gate: engineGate({ closedAfter: SOME_WORDS }) });
  await render(chat());
  await ask('Tell me something long');
  await expect.element(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  for (const text of ['First', 'Second']) await ask(text);
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(input).toHaveValue('Second');
  await expect.element(queue).toHaveTextContent('QueuedFirst');
});

test('Escape closes a list first, and stops the run with the next press', async () => {
  const { chat } = serve({ gate: engineGate({ closedAfter: SOME_WORDS }) });
  await render(chat({ commands: { items: [{ id: 'sum', label: 'sum' }] } }));
  await ask('Tell me something long');
  await expect.element(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await userEvent.keyboard('/');
  await expect.element(page.getByRole('option', { name: '/sum' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Queue' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('You stopped this response.')).toBeVisible();
});

test('Escape does nothing when no run lives', async () => {
  const { chat } = serve();
  await render(chat());
  await ask('What are runs?');
  await expect.element(receipts).toBeVisible();
  await input.fill('And steps?');
  await userEvent.keyboard('{Escape}');
  await expect.element(input).toHaveValue('And steps?');
  await expect.element(page.getByText('You stopped this response.')).not.toBeInTheDocument();
});
