import { createServer, memoryStorage, scripted } from '@threadkit/server';
import { type EngineGate, engineGate, SOME_WORDS } from '@threadkit/testing';
import { StrictMode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import { App } from './app.tsx';

/** The unchanged app, with a real server instead of the network. */
let gate: EngineGate;
let deleted: string[] = [];
let close = async (): Promise<void> => {};

beforeEach(() => {
  localStorage.clear();
  deleted = [];
  gate = engineGate();
  const server = createServer({
    storage: memoryStorage(),
    engine: scripted({ paceMs: 1, setTimer: (...timer) => gate.setTimer(...timer) }),
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_demo', model: 'scripted', name: 'Demo' }],
  });
  close = () => server.close();
  const network = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/v1/')) return server.fetch(request);
    if (!pathname.startsWith('/files/')) return network(request);
    deleted.push(`${request.method} ${pathname}`);
    return Promise.resolve(new Response());
  });
});

afterEach(async () => {
  await cleanup();
  await close();
  vi.restoreAllMocks();
});

const app = (
  <StrictMode>
    <App />
  </StrictMode>
);

test('the tool asks for approval, runs in the page, and the response uses its output', async () => {
  const screen = await render(app);
  await screen.getByRole('textbox').fill('Please wipe "notes.txt"');
  await screen.getByRole('button', { name: 'Send' }).click();
  await screen.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect.element(screen.getByText('deleted notes.txt').first()).toBeVisible();
  expect(deleted).toEqual(['DELETE /files/notes.txt']);
});

test('the stop button cancels the run', async () => {
  gate.close(SOME_WORDS);
  const screen = await render(app);
  await screen.getByRole('textbox').fill('Tell me about resuming');
  await screen.getByRole('button', { name: 'Send' }).click();
  await screen.getByRole('button', { name: 'Stop' }).click();
  await expect.element(screen.getByText('You stopped this response.', { exact: true })).toBeVisible();
});

test('a reload restores the thread and its pending approval', async () => {
  const before = await render(app);
  await before.getByRole('textbox').fill('Please wipe "notes.txt"');
  await before.getByRole('button', { name: 'Send' }).click();
  await expect.element(before.getByRole('button', { name: 'Approve', exact: true })).toBeVisible();
  await before.unmount();

  const after = await render(app);
  await after.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect.element(after.getByText('deleted notes.txt').first()).toBeVisible();
  expect(deleted).toHaveLength(1);
});
