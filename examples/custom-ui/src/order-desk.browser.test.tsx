import { createClient } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { createServer, memoryStorage, scripted } from '@threadkit/server';
import { en } from '@threadkit/ui';
import { StrictMode } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { OrderDesk } from './order-desk.tsx';

interface Network {
  isDown: boolean;
}

/** Renders the app against a real server in the page. */
async function open(): Promise<Network> {
  const network: Network = { isDown: false };
  const server = createServer({
    storage: memoryStorage(),
    engine: scripted({ paceMs: 1 }),
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_demo', model: 'scripted', name: 'Demo' }],
  });
  onTestFinished(() => server.close());
  const client = createClient({
    baseURL: 'http://in-page/v1',
    fetch: (request) =>
      network.isDown ? Promise.reject(new TypeError('Failed to fetch')) : server.fetch(request),
  });
  await render(
    <StrictMode>
      <ThreadkitProvider client={client}>
        <OrderDesk />
      </ThreadkitProvider>
    </StrictMode>,
  );
  return network;
}

async function send(text: string): Promise<void> {
  await page.getByRole('textbox', { name: en.composer.label, exact: true }).fill(text);
  await userEvent.keyboard('{Enter}');
}

const summaries = page.getByRole('group', { name: en.run.details });
const ownMessages = page.getByRole('article', { name: en.message.you });

test('Chat renders the message, run and composer components of the app', async () => {
  await open();
  await send('What are runs?');
  await expect.element(summaries).toBeVisible();
  expect(getComputedStyle(ownMessages.element()).borderRadius).toBe('24px 24px 0px');
  await expect.element(page.getByText('Order desk')).toBeVisible();
  const field = page.getByRole('textbox', { name: en.composer.label, exact: true }).element();
  const button = page.getByRole('button', { name: en.composer.send }).element();
  expect(button.getBoundingClientRect().right).toBeLessThanOrEqual(field.getBoundingClientRect().left);
});

test('a tool runs once the user has approved it, and the response uses its output', async () => {
  await open();
  await send('Please refund the order "A-17"');
  await page.getByRole('button', { name: en.approval.approve, exact: true }).click();
  await expect.element(page.getByText('Refunded order A-17.').first()).toBeVisible();
  await expect.element(summaries).toBeVisible();
});

test('a message that could not be sent is sent by its retry button', async () => {
  const network = await open();
  network.isDown = true;
  await send('What are runs?');
  const failure = page.getByRole('group', { name: en.message.notSent });
  await expect.element(failure).toBeVisible();
  network.isDown = false;
  await failure.getByRole('button', { name: en.error.retry }).click();
  await expect.element(failure).not.toBeInTheDocument();
  await expect.element(summaries).toBeVisible();
  expect(ownMessages.all()).toHaveLength(1);
});

test('a message that is edited in a copy of the thread shows where the copy comes from', async () => {
  await open();
  await send('What are runs?');
  await expect.element(summaries).toBeVisible();
  await ownMessages.getByRole('button', { name: en.message.edit }).click();
  await page.getByRole('textbox', { name: en.message.editLabel }).fill('What are threads?');
  await page.getByRole('button', { name: en.message.submitToNewThread }).click();
  await expect.element(page.getByRole('button', { name: en.message.openOriginal })).toBeVisible();
  await expect.element(ownMessages).toHaveTextContent('What are threads?');
});

test('a run that fails shows its outcome inside of the ticket, and the button of the outcome asks again', async () => {
  await open();
  await send('/fail');
  const tickets = page.getByText('Order desk', { exact: true });
  const outcome = page.getByText(en.outcome.failed.title, { exact: true });
  await expect.element(outcome).toBeVisible();
  expect(tickets.element().parentElement?.contains(outcome.element())).toBe(true);
  await page.getByRole('button', { name: en.outcome.retry }).click();
  await expect.element(tickets.nth(1)).toBeVisible();
});

test('a response that arrives in a hidden tab has the unread divider at the top of its ticket', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
  onTestFinished(() => hidden.mockRestore());
  await open();
  await send('What are runs?');
  await expect.element(summaries).toBeVisible();
  const divider = page.getByText(en.thread.unread, { exact: true });
  await expect.element(divider).not.toBeInTheDocument();
  hidden.mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  await send('What are steps?');
  await expect.element(divider).toBeVisible();
  const ticket = page.getByText('Order desk', { exact: true }).nth(1).element().parentElement;
  expect(divider.element()).toBe(ticket?.firstElementChild);
});
