import './fail-on-console.ts';
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createClient, defineTool } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { Chat } from '@threadkit/ui';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createTestApp } from './test-app.tsx';

afterEach(() => vi.unstubAllGlobals());

it('Chat shows a message and its response', async () => {
  const user = userEvent.setup();
  render(<Chat assistantId="asst_demo" />, { wrapper: createTestApp() });

  await user.type(screen.getByRole('textbox', { name: 'Message' }), 'What is a run?{Enter}');

  // In the log: the announcement for screen readers has the same text.
  const log = within(screen.getByRole('log'));
  await log.findByText('What is a run?');
  await log.findByText(/A worker owns it/);
  // The run has ended once the button sends again.
  await screen.findByRole('button', { name: 'Send' });
  expect(screen.getByRole('textbox', { name: 'Message' })).toHaveProperty('value', '');
});

it('Chat executes a tool only after its approval', async () => {
  const deleted: string[] = [];
  const deleteFile = defineTool({
    name: 'delete_file',
    parameters: z.object({ path: z.string() }),
    needsApproval: true,
    execute: ({ path }) => {
      deleted.push(path);
      return `Deleted ${path}.`;
    },
  });
  const tools = [deleteFile];
  const user = userEvent.setup();
  render(<Chat assistantId="asst_demo" tools={tools} />, { wrapper: createTestApp() });

  await user.type(screen.getByRole('textbox', { name: 'Message' }), '/approve{Enter}');
  const approve = await screen.findByRole('button', { name: 'Approve' });
  expect(deleted).toEqual([]);

  await user.click(approve);
  await screen.findByRole('button', { name: 'Send' });
  expect(deleted).toHaveLength(1);
});

it('Chat says why a run failed', async () => {
  const user = userEvent.setup();
  render(<Chat assistantId="asst_demo" />, { wrapper: createTestApp() });
  await user.type(screen.getByRole('textbox', { name: 'Message' }), '/fail{Enter}');
  await within(screen.getByRole('log')).findByText('Failed.');
});

it('Chat keeps a message when the server is unreachable', async () => {
  const client = createClient({
    baseURL: 'http://test/v1',
    maxRetries: 0,
    fetch: () => Promise.reject(new TypeError('fetch failed')),
  });
  const user = userEvent.setup();
  render(<Chat assistantId="asst_demo" />, {
    wrapper: ({ children }) => <ThreadkitProvider client={client}>{children}</ThreadkitProvider>,
  });
  await user.type(screen.getByRole('textbox', { name: 'Message' }), 'hello{Enter}');
  await screen.findByText(/could not be reached/);
  await screen.findByText('hello');
});

it('Chat unmounts during a response without a warning', async () => {
  const user = userEvent.setup();
  const { unmount } = render(<Chat assistantId="asst_demo" />, {
    wrapper: createTestApp({ paceMs: 60_000 }),
  });
  await user.type(screen.getByRole('textbox', { name: 'Message' }), 'hello{Enter}');
  await screen.findByRole('button', { name: 'Stop' });
  unmount();
  expect(document.body.textContent).toBe('');
});

it('Chat works in a document without CSS, ResizeObserver and matchMedia', async () => {
  for (const name of ['CSS', 'ResizeObserver', 'matchMedia']) vi.stubGlobal(name, undefined);
  const user = userEvent.setup();
  render(<Chat assistantId="asst_demo" />, { wrapper: createTestApp() });
  await user.type(
    screen.getByRole('textbox', { name: 'Message' }),
    'hello{Shift>}{Enter}{/Shift}there{Enter}',
  );
  await screen.findByText(/hello\s+there/);
  await waitFor(() => screen.getByRole('button', { name: 'Send' }));
});
