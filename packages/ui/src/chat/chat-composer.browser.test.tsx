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
const summaries = page.getByRole('group', { name: 'Response details' });
const queue = page.getByRole('list', { name: 'Queued messages' });

/** All drafts in localStorage. */
const readDrafts = (): string =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith('threadkit:texts:'))
    .map((key) => localStorage.getItem(key))
    .join();

/** A server, and a function that renders a chat on it as after a reload. */
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

test('a draft is kept per thread, when the thread changes and after a reload', async () => {
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

  const reloaded = await render(chat({ threadId: two.id }));
  await expect.element(input).toHaveValue('for the second');
  await expect.element(page.getByRole('button', { name: 'Send' })).toHaveAttribute('data-mode', 'send');
  await ask('for the second, sent');
  await expect.element(summaries).toBeVisible();
  await reloaded.unmount();

  await render(chat({ threadId: two.id }));
  await expect.element(page.getByRole('article', { name: 'You' })).toBeVisible();
  await expect.element(input).toHaveValue('');
});

test('a draft is saved at once when the page is hidden', async () => {
  const { chat } = serve();
  await render(chat({ newChatKey: 'home' }));
  await input.fill('almost lost');
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(readDrafts).toContain('almost lost');
});

test('a chat with a newChatKey keeps its draft before and after its thread is created', async () => {
  const { chat } = serve();
  const first = await render(chat({ newChatKey: 'home' }));
  await input.fill('What are runs?');
  await first.unmount();
  const second = await render(chat({ newChatKey: 'home' }));
  await expect.element(input).toHaveValue('What are runs?');
  await input.click();
  await userEvent.keyboard('{Enter}');
  await expect.element(summaries).toBeVisible();
  await input.fill('And steps?');
  await second.unmount();
  await render(chat({ newChatKey: 'home' }));
  await expect.element(page.getByText('What are runs?')).toBeVisible();
  await expect.element(input).toHaveValue('And steps?');
});

test('a new chat without a newChatKey keeps its draft until its thread is created', async () => {
  const { client, chat } = serve();
  const { id } = await client.createThread();
  const screen = await render(chat());
  await input.fill('What are runs?');
  await screen.rerender(chat({ threadId: id }));
  await expect.element(input).toHaveValue('');
  await screen.rerender(chat());
  await expect.element(input).toHaveValue('What are runs?');
  await screen.unmount();
  const reloaded = await render(chat());
  await expect.element(input).toHaveValue('What are runs?');
  await input.click();
  await userEvent.keyboard('{Enter}');
  await expect.element(summaries).toBeVisible();
  await reloaded.unmount();
  await render(chat());
  await expect.element(input).toHaveValue('');
});

test('useReset deletes drafts', async () => {
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
  await expect.poll(readDrafts).toContain('private');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await screen.unmount();
  await expect.poll(readDrafts).not.toContain('private');
  await render(chat({ newChatKey: 'home' }));
  await expect.element(input).toHaveValue('');
});

test('editing a queued message keeps the text in the composer, and both survive a reload', async () => {
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

test('a message that is rejected during a run returns to the field', async () => {
  const { chat } = serve({ gate: engineGate({ closedAfter: SOME_WORDS }) });
  await render(chat({ whenBusy: 'reject' }));
  await ask('Tell me something long');
  await expect.element(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await ask('And then?');
  await expect.element(input).toHaveValue('And then?');
});

test('sending a queued message now stops the active run', async () => {
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

test('↑ in the empty field edits the last queued message', async () => {
  const { chat } = serve({ gate: engineGate({ closedAfter: SOME_WORDS }) });
  await render(chat());
  await ask('Tell me something long');
  await expect.element(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  for (const text of ['First', 'Second']) await ask(text);
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(input).toHaveValue('Second');
  await expect.element(queue).toHaveTextContent('QueuedFirst');
});

test('Escape first closes the list of suggestions, then stops the run', async () => {
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

test('Escape does nothing without an active run', async () => {
  const { chat } = serve();
  await render(chat());
  await ask('What are runs?');
  await expect.element(summaries).toBeVisible();
  await input.fill('And steps?');
  await userEvent.keyboard('{Escape}');
  await expect.element(input).toHaveValue('And steps?');
  await expect.element(page.getByText('You stopped this response.')).not.toBeInTheDocument();
});
