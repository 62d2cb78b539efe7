import { defineTool } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { engineGate, SOME_WORDS } from '@threadkit/testing';
import { eventually } from '@threadkit/testing/eventually';
import { type ReactElement, StrictMode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage, type InPageOptions } from '../../stories/in-page.tsx';
import { Chat, type ChatProps } from './chat.tsx';

const switched = vi.fn<(theme: string) => void>();
const changeTheme = defineTool({
  name: 'change_theme',
  parameters: {
    type: 'object',
    properties: { theme: { type: 'string', enum: ['light', 'dark'] } },
    required: ['theme'],
  },
  needsApproval: true,
  execute: ({ theme }) => {
    switched(theme);
    return `The theme is ${theme} now.`;
  },
});
const tools = [changeTheme];

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  switched.mockClear();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A server, and pages that look at it one after another. */
function aServer(options?: InPageOptions) {
  const { server, client } = createInPage(options);
  servers.push(server);
  return (props?: ChatProps): ReactElement => (
    <StrictMode>
      <ThreadkitProvider client={client}>
        <Chat assistantId="asst_demo" tools={tools} style={{ height: 600 }} {...props} />
      </ThreadkitProvider>
    </StrictMode>
  );
}

const receipts = page.getByRole('group', { name: 'Response details' });

async function ask(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await userEvent.keyboard('{Enter}');
}

test('a finished answer is not touched while the next one is written', async () => {
  const chat = aServer();
  await render(chat());
  await ask('What are runs?');
  await expect.element(receipts.first()).toBeVisible();
  const first = page.getByRole('article', { name: 'Assistant' }).first().element();
  const observer = new MutationObserver(() => undefined);
  observer.observe(first, { subtree: true, childList: true, characterData: true, attributes: true });

  await ask('What are steps?');
  await expect.element(receipts.nth(1)).toBeVisible();
  expect(observer.takeRecords()).toEqual([]);
});

test('the finished answer is announced once, and no token before it', async () => {
  const gate = engineGate({ closedAfter: SOME_WORDS });
  await render(aServer({ gate })());
  const said: string[] = [];
  const region = document.querySelector('[data-slot=announcer]');
  if (!region) throw new Error('no announcer');
  const observer = new MutationObserver(() => said.push(region.textContent));
  observer.observe(region, { subtree: true, childList: true, characterData: true });
  await ask('What are steps?');
  await expect.element(page.getByText(/Every run leaves/)).toBeInTheDocument();
  expect(said).toEqual([]);
  gate.open();
  await expect.element(receipts).toBeVisible();
  await eventually(() => expect(said).toHaveLength(1));
  expect(said[0]).toContain('Every run leaves a trail');
  observer.disconnect();
});

describe('after a reload', () => {
  test('a question that was open is asked again, and its answer counts', async () => {
    const chat = aServer();
    let threadId: string | undefined;
    const before = await render(chat({ onThreadIdChange: (id) => (threadId = id) }));
    await ask('Change the theme to dark');
    await expect.element(page.getByRole('region', { name: 'Change theme?' })).toBeVisible();
    await before.unmount();

    await render(chat({ threadId }));
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect.element(receipts).toBeVisible();
    expect(switched.mock.calls).toEqual([['dark']]);
  });

  test('the conversation is there again', async () => {
    const chat = aServer();
    let threadId: string | undefined;
    const before = await render(chat({ onThreadIdChange: (id) => (threadId = id) }));
    await ask('What are steps?');
    await expect.element(receipts).toBeVisible();
    await before.unmount();

    await render(chat({ threadId }));
    await expect.element(page.getByText('What are steps?')).toBeVisible();
    await expect.element(receipts).toBeVisible();
  });

  test('many calls are one row, which counts the calls and not the step that held them', async () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((letter) =>
      defineTool({
        name: `count_${letter}`,
        parameters: { type: 'object' },
        execute: () => 'counted',
      }),
    );
    const chat = aServer();
    let threadId: string | undefined;
    const before = await render(chat({ tools: many, onThreadIdChange: (id) => (threadId = id) }));
    await ask('/tools');
    await expect.element(receipts.getByText(/\b5 steps/)).toBeVisible();
    await before.unmount();

    await render(chat({ tools: many, threadId }));
    await expect.element(page.getByRole('button', { name: /^Worked.* 5 steps$/ })).toBeVisible();
    expect(page.getByRole('button', { name: /Count/ }).elements()).toHaveLength(0);
  });
});

test('two chats without a thread are two conversations', async () => {
  const chat = aServer();
  await render(
    <>
      {chat({ id: 'one' })}
      {chat({ id: 'two' })}
    </>,
  );
  const field = page.getByRole('textbox', { name: 'Message' });
  await field.first().fill('Only in the first');
  await userEvent.keyboard('{Enter}');
  await expect.element(receipts).toBeVisible();
  expect(document.querySelector('#two')?.textContent).not.toContain('Only in the first');
});

test('native props reach the root, and the app’s own key handler comes first', async () => {
  const onKeyDown = vi.fn<(event: { preventDefault(): void }) => void>((event) => event.preventDefault());
  await render(aServer({ gate: engineGate({ closedAfter: SOME_WORDS }) })({ className: 'mine', onKeyDown }));
  await ask('Tell me something long');
  await expect.element(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(onKeyDown).toHaveBeenCalled();
  expect(document.querySelector('.mine')?.getAttribute('data-slot')).toBe('thread');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.element(page.getByText('You stopped this response.')).toBeVisible();
});
