import { defineTool } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { engineGate, SOME_WORDS } from '@threadkit/testing';
import { eventually } from '@threadkit/testing/eventually';
import { memo, Profiler, type ReactElement, StrictMode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage, type InPageOptions } from '../../stories/in-page.tsx';
import { toolView } from '../tool/tool-view.ts';
import { Chat, type ChatProps } from './chat.tsx';
import { ChatMessage, type ChatMessageProps } from './message/chat-message.tsx';

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

/** A server, and a function that opens a new page on it. */
function aServer(options?: InPageOptions) {
  const { server, client } = createInPage(options);
  servers.push(server);
  return ({ key, ...props }: ChatProps = {}): ReactElement => (
    <StrictMode>
      <ThreadkitProvider client={client}>
        <Chat key={key} assistantId="asst_demo" tools={tools} style={{ height: 600 }} {...props} />
      </ThreadkitProvider>
    </StrictMode>
  );
}

const summaries = page.getByRole('group', { name: 'Response details' });

async function ask(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await userEvent.keyboard('{Enter}');
}

const announcedText = (): string => document.querySelector('[data-slot=announcer]')?.textContent ?? '';

test('a finished response does not render again while the next one streams', async () => {
  const chat = aServer();
  await render(chat());
  await ask('What are runs?');
  await expect.element(summaries.first()).toBeVisible();
  const first = page.getByRole('article', { name: 'Assistant' }).first().element();
  const observer = new MutationObserver(() => undefined);
  observer.observe(first, { subtree: true, childList: true, characterData: true, attributes: true });

  await ask('What are steps?');
  await expect.element(summaries.nth(1)).toBeVisible();
  expect(observer.takeRecords()).toEqual([]);
});

test('a chat with inline objects as options does not render its rows again with its parent', async () => {
  const chat = aServer();
  const rendered = vi.fn<() => void>();
  const Message = memo((props: ChatMessageProps) => (
    <Profiler id="message" onRender={rendered}>
      <ChatMessage {...props} />
    </Profiler>
  ));
  // As an app writes them in its own component: new objects in each render, and the same entries.
  const inline = (): ChatProps => ({
    prices: { 'gpt-5-mini': price },
    starterPrompts: ['What can you do?'],
    toolViews: [view],
    tools: [changeTheme],
    components: { Message },
  });
  const price = { currency: 'USD', inputPerMillion: 1, outputPerMillion: 2 };
  const view = toolView(changeTheme, { labels: { action: 'Change the theme' } });
  const screen = await render(chat(inline()));
  await ask('What are runs?');
  await expect.element(summaries.first()).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Edit' })).toBeInTheDocument();
  rendered.mockClear();
  await screen.rerender(chat(inline()));
  expect(rendered).not.toHaveBeenCalled();
});

test('a response is announced once, when it is complete', async () => {
  const gate = engineGate({ closedAfter: SOME_WORDS });
  await render(aServer({ gate })());
  const announcements: string[] = [];
  const region = document.querySelector('[data-slot=announcer]');
  if (!region) throw new Error('no announcer');
  const observer = new MutationObserver(() => announcements.push(region.textContent));
  observer.observe(region, { subtree: true, childList: true, characterData: true });
  await ask('What are steps?');
  await expect.element(page.getByText(/Every run records/)).toBeInTheDocument();
  expect(announcements).toEqual([]);
  gate.open();
  await expect.element(summaries).toBeVisible();
  await eventually(() => expect(announcements).toHaveLength(1));
  expect(announcements[0]).toContain('Every run records its steps');
  observer.disconnect();
});

test('a response that arrives as a whole is announced', async () => {
  const chat = aServer({
    intercept: async (request, next) => {
      const response = await next(request);
      return new Response(await response.arrayBuffer(), response);
    },
  });
  await render(chat());
  await ask('What are steps?');
  await expect.element(summaries).toBeVisible();
  await expect.poll(announcedText).toContain('Every run records its steps');
});

test('of a response that a crash interrupted, only the one that replaces it is announced', async () => {
  const chat = aServer();
  await render(chat());
  const announcements: string[] = [];
  const region = page.getByRole('status').element();
  const observer = new MutationObserver(() => announcements.push(region.textContent));
  observer.observe(region, { subtree: true, childList: true, characterData: true });
  await ask('/crash');
  await expect.element(summaries).toBeVisible();
  await eventually(() => expect(announcements).toHaveLength(1));
  expect(announcements[0]).toMatch(/^The worker that began this response crashed/);
  observer.disconnect();
});

test('the outcome of a run is not announced again when the user returns to its thread', async () => {
  const chat = aServer();
  let threadId: string | undefined;
  const { rerender } = await render(chat({ onThreadIdChange: (id) => (threadId = id) }));
  await ask('/fail');
  await expect.poll(announcedText).toContain('Failed.');
  const failed = threadId;

  await rerender(chat({ threadId: undefined, key: 'other' }));
  await ask('What are steps?');
  await expect.element(summaries).toBeVisible();
  await rerender(chat({ threadId: failed, key: 'first' }));
  await expect.element(page.getByText('Failed.')).toBeVisible();
  expect(announcedText()).toBe('');
});

describe('after a reload', () => {
  test('the outcomes of earlier runs are not announced', async () => {
    const chat = aServer();
    let threadId: string | undefined;
    const before = await render(chat({ onThreadIdChange: (id) => (threadId = id) }));
    await ask('/fail');
    await expect.element(page.getByText('Failed.')).toBeVisible();
    await expect.poll(announcedText).toContain('Failed.');
    await before.unmount();

    await render(chat({ threadId }));
    await expect.element(page.getByText('Failed.')).toBeVisible();
    expect(announcedText()).toBe('');
  });

  test('a pending approval is shown again after a reload and can be approved or declined', async () => {
    const chat = aServer();
    let threadId: string | undefined;
    const before = await render(chat({ onThreadIdChange: (id) => (threadId = id) }));
    await ask('Change the theme to dark');
    await expect.element(page.getByRole('region', { name: 'Change theme?' })).toBeVisible();
    await before.unmount();

    await render(chat({ threadId }));
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect.element(summaries).toBeVisible();
    expect(switched.mock.calls).toEqual([['dark']]);
  });

  test('the conversation is shown again after a reload', async () => {
    const chat = aServer();
    let threadId: string | undefined;
    const before = await render(chat({ onThreadIdChange: (id) => (threadId = id) }));
    await ask('What are steps?');
    await expect.element(summaries).toBeVisible();
    await before.unmount();

    await render(chat({ threadId }));
    await expect.element(page.getByText('What are steps?')).toBeVisible();
    await expect.element(summaries).toBeVisible();
  });

  test('many calls collapse into one row that counts the calls, not the steps', async () => {
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
    await expect.element(summaries.getByText(/\b5 steps/)).toBeVisible();
    await before.unmount();

    await render(chat({ tools: many, threadId }));
    await expect.element(page.getByRole('button', { name: /^Worked.* 5 steps$/ })).toBeVisible();
    expect(page.getByRole('button', { name: /Count/ }).elements()).toHaveLength(0);
  });
});

test('two chats without a thread have separate conversations', async () => {
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
  await expect.element(summaries).toBeVisible();
  expect(document.querySelector('#two')?.textContent).not.toContain('Only in the first');
});

test('native props are set on the root, and the app’s key handler runs first', async () => {
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
