import { ThreadkitProvider } from '@threadkit/react';
import { engineGate, SOME_WORDS } from '@threadkit/testing';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage, type InPageOptions } from '../../stories/in-page.tsx';
import { Chat } from './chat.tsx';

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const input = page.getByRole('textbox', { name: 'Message' });

async function open(options: InPageOptions = {}): Promise<void> {
  const { server, client } = createInPage(options);
  servers.push(server);
  await render(
    <ThreadkitProvider client={client}>
      <Chat assistantId="asst_demo" starterPrompts={['What is a run?']} style={{ height: 600 }} />
    </ThreadkitProvider>,
  );
}

async function press(name: string): Promise<void> {
  const element = page.getByRole('button', { name }).element();
  if (element instanceof HTMLElement) element.focus();
  await userEvent.keyboard('{Enter}');
}

test('choosing a starter prompt moves the focus to the composer', async () => {
  await open();
  await expect.element(page.getByRole('button', { name: 'What is a run?' })).toBeVisible();
  await press('What is a run?');
  await expect.element(page.getByRole('group', { name: 'Response details' })).toBeVisible();
  await expect.element(input).toHaveFocus();
});

test('removing or editing a queued message moves the focus to the composer', async () => {
  await open({ gate: engineGate({ closedAfter: SOME_WORDS }) });
  for (const text of ['Tell me something long', 'Second', 'Third']) {
    await input.fill(text);
    await userEvent.keyboard('{Enter}');
  }
  await expect
    .element(page.getByRole('list', { name: 'Queued messages' }))
    .toHaveTextContent('QueuedSecondQueuedThird');
  await press('Remove queued message: Second');
  await expect.element(page.getByText('Second')).not.toBeInTheDocument();
  await expect.element(input).toHaveFocus();
  await press('Edit queued message: Third');
  await expect.element(input).toHaveValue('Third');
  await expect.element(input).toHaveFocus();
});
