import type { AssistantsApi } from '@threadkit/core';
import { defineTool } from '@threadkit/core/tools';
import { ThreadkitProvider } from '@threadkit/react';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createInPage } from '../../stories/in-page.tsx';
import { toolView } from '../tool/tool-view.ts';
import { Chat, type ChatProps } from './chat.tsx';

/** A page, and a server whose tool asks first. */
function createPages() {
  const executed: unknown[] = [];
  const refund = defineTool({
    name: 'shop__refund_order',
    parameters: {
      type: 'object',
      properties: { order: { type: 'string' }, currency: { enum: ['EUR', 'USD'] } },
      required: ['order', 'currency'],
    },
    needsApproval: true,
    execute: (args) => {
      executed.push(args);
      return { refunded: true };
    },
  });
  const { server, client, connect } = createInPage({ tools: [refund] });
  onTestFinished(() => server.close());
  const open = (props?: Partial<ChatProps>, as: AssistantsApi = client) =>
    render(
      <ThreadkitProvider client={as}>
        <Chat assistantId="asst_demo" style={{ height: 600 }} {...props} />
      </ThreadkitProvider>,
    );
  return { executed, open, connect };
}

async function ask(): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill('Please refund order "A-7" in EUR');
  await userEvent.keyboard('{Enter}');
}

const box = page.getByRole('region', { name: 'Shop: refund order?' });

test('arguments that the server refuses are corrected at the call, and the page has no other error', async () => {
  const { executed, open } = createPages();
  await open();
  await ask();
  await box.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'currency' }).fill('dollars');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await box.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect.element(box.getByText(/^These arguments were not accepted\..*currency must be/)).toBeVisible();
  await expect.element(box).toHaveFocus();
  await expect
    .element(page.getByRole('status').getByText(/^These arguments were not accepted.*Action required/))
    .toBeInTheDocument();
  await expect.element(page.getByText('Request rejected.')).not.toBeInTheDocument();

  await box.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'currency' }).fill('USD');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await box.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect
    .element(page.getByRole('button', { name: /^Shop: refund order.*approved by you/ }))
    .toBeVisible();
  await expect.element(page.getByRole('group', { name: 'Response details' })).toBeVisible();
  expect(executed).toEqual([expect.objectContaining({ currency: 'USD' })]);
  await expect.element(page.getByText('Request rejected.')).not.toBeInTheDocument();
});

test('a declined call looks the same after a reload, and says where it runs', async () => {
  const { executed, open, connect } = createPages();
  let threadId: string | undefined;
  await open({ onThreadIdChange: (id) => (threadId = id) });
  await ask();
  await box.getByRole('button', { name: 'Decline', exact: true }).click();
  const row = page.getByRole('button', { name: /^Shop: refund order.*declined by you/ });
  await expect.element(row).toBeVisible();
  await expect.element(page.getByRole('group', { name: 'Response details' })).toBeVisible();
  expect(executed).toEqual([]);

  await cleanup();
  await open({ threadId }, connect());
  await expect.element(row).toBeVisible();
  await row.click();
  await expect.element(page.getByText('Runs on the server')).toBeVisible();
});

test('arguments that the user edited are shown after a reload, and marked as edited', async () => {
  const { open, connect } = createPages();
  let threadId: string | undefined;
  await open({ onThreadIdChange: (id) => (threadId = id) });
  await ask();
  await box.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'currency' }).fill('USD');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await box.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect.element(page.getByRole('group', { name: 'Response details' })).toBeVisible();

  await cleanup();
  await open({ threadId }, connect());
  await page.getByRole('button', { name: /^Shop: refund order/ }).click();
  await expect.element(page.getByText('Arguments, edited by the user')).toBeVisible();
  await expect.element(page.getByText('USD').last()).toBeVisible();
});

test('a view for the name of a tool of the server labels its calls and its approval', async () => {
  const { open } = createPages();
  const view = toolView('shop__refund_order', {
    labels: { question: () => 'Give the money back?', action: 'Refund', done: 'Refunded' },
    render: ({ call }) => (call.state === 'submitted' ? <p>The order is {call.name}.</p> : null),
  });
  await open({ toolViews: [view] });
  await ask();
  await page
    .getByRole('region', { name: 'Give the money back?' })
    .getByRole('button', { name: 'Refund' })
    .click();
  await expect.element(page.getByText('The order is shop__refund_order.')).toBeVisible();
  await expect.element(page.getByText('Refunded', { exact: true })).toBeVisible();
});
