import { QueryClient } from '@tanstack/react-query';
import { type AssistantsApi, createClient } from '@threadkit/core';
import { ThreadkitProvider, type UseThreadOptions } from '@threadkit/react';
import { prefetchThread } from '@threadkit/react/query';
import { createServer, memoryStorage, scripted } from '@threadkit/server';
import { createElement, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { Markdown } from '../markdown/markdown.tsx';
import { MarkdownProvider } from '../markdown/markdown-provider.tsx';
import { Chat } from './chat.tsx';

const ASSISTANT = 'asst_demo';

function inProcess(): AssistantsApi {
  const server = createServer({
    storage: memoryStorage(),
    engine: scripted({ paceMs: 0 }),
    authorize: 'allow-everyone',
    assistants: [{ id: ASSISTANT, model: 'scripted', name: 'Demo' }],
  });
  onTestFinished(() => server.close());
  return createClient({ baseURL: 'http://in-process/v1', fetch: (request) => server.fetch(request) });
}

const forbid = (name: string) => (): never => {
  throw new Error(`${name} was called while rendering`);
};

// A prerendered page may not depend on the moment or the machine it is rendered on.
function forbidRandomness(): void {
  vi.spyOn(crypto, 'getRandomValues').mockImplementation(forbid('crypto.getRandomValues'));
  vi.spyOn(crypto, 'randomUUID').mockImplementation(forbid('crypto.randomUUID'));
  vi.spyOn(Math, 'random').mockImplementation(forbid('Math.random'));
}

function forbidClock(): void {
  vi.spyOn(Date, 'now').mockImplementation(forbid('Date.now'));
}

afterEach(() => vi.restoreAllMocks());

function app(client: AssistantsApi, queryClient: QueryClient, options: UseThreadOptions): ReactNode {
  const chat = createElement(Chat, { assistantId: ASSISTANT, ...options });
  return createElement(ThreadkitProvider, { client, queryClient }, chat);
}

it.each<[string, UseThreadOptions]>([
  ['a new chat', {}],
  ['a named new chat', { newChatKey: 'home' }],
])('a server renders %s without reading a clock or randomness', (_name, options) => {
  const client = inProcess();
  const tree = app(client, new QueryClient(), options);
  forbidRandomness();
  forbidClock();
  expect(renderToString(tree)).toContain('data-slot="composer"');
});

it('a server renders a prefetched thread without reading randomness', async () => {
  const client = inProcess();
  const { id } = await client.createThread({ messages: [{ role: 'user', content: 'hello' }] });
  const queryClient = new QueryClient();
  await prefetchThread(queryClient, client, id);
  const tree = app(client, queryClient, { threadId: id });
  // TanStack Query compares the age of cached data with the clock, so the clock stays.
  forbidRandomness();
  expect(renderToString(tree)).toContain('hello');
});

it('a server renders the same page whether or not its client has already sent a request', async () => {
  const client = inProcess();
  const before = renderToString(app(client, new QueryClient(), {}));
  await client.listAssistants();
  expect(client.capabilities.files).toBe(true);
  expect(renderToString(app(client, new QueryClient(), {}))).toBe(before);
});

it('a server renders a thread with code, steps and a response without suspending', async () => {
  const client = inProcess();
  await client.listAssistants();
  const messages = [
    { role: 'assistant', content: '```js\nlet answer = 42;\n```' },
    { role: 'user', content: '/tools' },
  ] as const;
  const { id } = await client.createThread({ messages: [...messages] });
  for await (const event of client.streamRun(id, { assistant_id: ASSISTANT })) {
    if (event.event === 'error') throw new Error(JSON.stringify(event.data));
  }
  const queryClient = new QueryClient();
  await prefetchThread(queryClient, client, id);
  const tree = app(client, queryClient, { threadId: id });
  const html = renderToString(createElement(MarkdownProvider, { renderer: Markdown }, tree));
  expect(html).toContain('data-slot="code-block"');
  // Without a renderer in the bundle a server renders the text alone.
  expect(renderToString(tree)).toContain('let answer = 42;');
  // React's marks of boundaries that are pending or were left to the page.
  expect(html).not.toMatch(/<!--\$[?!]/);
});
