import type { Meta, StoryObj } from '@storybook/react-vite';
import { defineTool } from '@threadkit/core';
import { type ReactNode, useState } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { z } from 'zod';
import { ask } from '../../stories/composer-actions.ts';
import { makeThreads, Scene, type ThreadsScene, type ThreadToMake } from '../../stories/threads-fixture.tsx';
import { Chat } from '../chat/chat.tsx';
import { VISITED_ON } from './last-visit.ts';
import { ThreadList, type ThreadListProps } from './thread-list.tsx';

const sampleThreads: readonly ThreadToMake[] = [
  { title: 'What an idempotency key is for', hoursAgo: 9000 },
  { title: 'Quarterly numbers for the board', hoursAgo: 400 },
  { title: 'Q3 invoices', hoursAgo: 75 },
  { title: 'Error budget after the release', hoursAgo: 70 },
  { title: 'Names for the new region', hoursAgo: 52 },
  { hoursAgo: 27 },
  { title: 'Payroll export', hoursAgo: 26 },
  { title: 'Old but gold', hoursAgo: 3000, metadata: { [VISITED_ON]: '2026-11-25' } },
  { title: 'Checkout slow since Thursday', hoursAgo: 2 },
];

function List({
  scene,
  open,
  ...props
}: Partial<ThreadListProps> & { scene: ThreadsScene; open?: number }): ReactNode {
  const [threadId, setThreadId] = useState(open === undefined ? undefined : scene.ids[open]);
  return (
    <ThreadList
      threadId={threadId}
      {...props}
      onNew={() => {
        setThreadId(undefined);
        props.onNew?.();
      }}
      onSelect={setThreadId}
    />
  );
}

const meta: Meta<ThreadListProps> = {
  title: 'Thread list',
  component: ThreadList,
  args: { onNew: fn(), onSelect: fn() },
  loaders: [async () => ({ scene: await makeThreads(sampleThreads) })],
  render: ({ onNew }, { loaded }) => (
    <Scene client={sceneOf(loaded).client}>
      <div data-stage="aside">
        <List scene={sceneOf(loaded)} open={8} onNew={onNew} />
      </div>
    </Scene>
  ),
};
export default meta;

type Story = StoryObj<ThreadListProps>;

function sceneOf(loaded: Record<string, unknown>): ThreadsScene {
  return loaded['scene'] as ThreadsScene;
}

const row = (canvas: ReturnType<typeof within>, name: string | RegExp): Promise<HTMLElement> =>
  canvas.findByRole('button', { name, current: undefined });

/** Threads grouped by the day of the last visit. A thread without a title shows its creation date. */
export const ByDay: Story = {
  play: async ({ canvas }) => {
    await expect(await row(canvas, 'Checkout slow since Thursday')).toHaveAttribute('aria-current', 'page');
    const today = within(canvas.getByRole('region', { name: 'Today' }));
    await expect(today.getByRole('button', { name: 'Old but gold' })).toBeVisible();
    await expect(canvas.getByRole('region', { name: 'Monday' })).toHaveTextContent(
      'Names for the new region',
    );
    await expect(canvas.getByRole('region', { name: 'November 8' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: /^Thread from Nov 24, 2026, 11:05/ })).toBeVisible();
  },
};

/** No threads: the search field is hidden. */
export const Empty: Story = {
  loaders: [async () => ({ scene: await makeThreads([]) })],
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No threads yet.')).toBeVisible();
    await expect(canvas.queryByRole('searchbox')).toBeNull();
  },
};

/** While loading: nothing at first, then placeholder rows. */
export const Loading: Story = {
  loaders: [
    async () => ({ scene: await makeThreads([], { intercept: () => new Promise(() => undefined) }) }),
  ],
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status', { name: 'Loading threads…' })).toBeInTheDocument();
  },
};

/** The list failed to load: an error with a retry button. */
export const Failed: Story = {
  loaders: [
    async () => {
      let isDown = true;
      const scene = await makeThreads(sampleThreads, {
        intercept: (request, next) => {
          if (!isDown || request.method !== 'GET') return next(request);
          isDown = false;
          return Promise.reject(new TypeError('Failed to fetch'));
        },
      });
      return { scene };
    },
  ],
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No connection.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Retry' }));
    await expect(await row(canvas, 'Payroll export')).toBeVisible();
  },
};

/** The error in its initial state. */
export const LoadFailed: Story = {
  loaders: [
    async () => ({
      scene: await makeThreads([], { intercept: () => Promise.reject(new TypeError('Failed to fetch')) }),
    }),
  ],
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No connection.')).toBeVisible();
  },
};

/** The search matches words in any order and ignores case and accents. */
export const Searching: Story = {
  play: async ({ canvas }) => {
    await row(canvas, 'Payroll export');
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search threads…' }), 'the re');
    await expect(canvas.getByText('2 threads found')).toBeInTheDocument();
    await expect(canvas.getByRole('button', { name: 'Names for the new region' })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Payroll export' })).toBeNull();
  },
};

export const NoMatches: Story = {
  play: async ({ canvas }) => {
    await row(canvas, 'Payroll export');
    const field = canvas.getByRole('searchbox', { name: 'Search threads…' });
    await userEvent.type(field, 'zebra');
    await expect(canvas.getByText('No matches')).toBeVisible();
  },
};

/** Renaming in place: Enter saves, Escape discards. */
export const Renaming: Story = {
  play: async ({ canvas }) => {
    (await row(canvas, 'Payroll export')).focus();
    await userEvent.keyboard('{F2}');
    await userEvent.keyboard('Payroll, October{Enter}');
    await expect(await row(canvas, 'Payroll, October')).toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: 'Rename Names for the new region' }));
    await expect(canvas.getByRole('textbox', { name: 'Title' })).toHaveValue('Names for the new region');
  },
};

/** A title that could not be saved stays in the field, with the error. */
export const RenameFailed: Story = {
  loaders: [
    async () => ({
      scene: await makeThreads(sampleThreads, {
        intercept: (request, next) =>
          request.url.includes('/threads/thread_') && request.method === 'POST'
            ? Promise.reject(new TypeError('Failed to fetch'))
            : next(request),
      }),
    }),
  ],
  play: async ({ canvas }) => {
    (await row(canvas, 'Q3 invoices')).focus();
    await userEvent.keyboard('{F2}Invoices of Q3{Enter}');
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Could not rename.');
    await expect(canvas.getByRole('textbox', { name: 'Title' })).toHaveValue('Invoices of Q3');
  },
};

/** The confirmation replaces the row, with the verb as the label of the button. */
export const DeleteConfirmation: Story = {
  play: async ({ canvas }) => {
    (await row(canvas, 'Q3 invoices')).focus();
    await userEvent.keyboard('{Delete}');
    const question = canvas.getByRole('group', {
      name: 'Q3 invoices Delete this thread? This cannot be undone.',
    });
    await expect(question).toHaveFocus();
    await expect(within(question).getByRole('button', { name: 'Delete' })).toBeVisible();
  },
};

/** After a deletion the row below has the focus; deleting the open thread starts a new one. */
export const Deleted: Story = {
  play: async ({ args, canvas }) => {
    (await row(canvas, 'Checkout slow since Thursday')).focus();
    await userEvent.keyboard('{Delete}');
    await userEvent.click(canvas.getByRole('button', { name: 'Delete' }));
    await expect(canvas.getByRole('button', { name: 'Old but gold' })).toHaveFocus();
    await waitFor(async () => {
      await expect(canvas.queryByRole('button', { name: 'Checkout slow since Thursday' })).toBeNull();
      await expect(args.onNew).toHaveBeenCalledOnce();
    });
  },
};

/** Threads are loaded in pages of one hundred. */
export const Pages: Story = {
  loaders: [
    async () => ({
      scene: await makeThreads(
        Array.from({ length: 103 }, (_, index) => ({ title: `Thread ${index + 1}`, hoursAgo: 0 })),
      ),
    }),
  ],
  play: async ({ canvas }) => {
    await row(canvas, 'Thread 103');
    await userEvent.click(canvas.getByRole('button', { name: 'Show earlier threads' }));
    await expect(await row(canvas, 'Thread 1')).toBeInTheDocument();
    await expect(canvas.queryByRole('button', { name: 'Show earlier threads' })).toBeNull();
  },
};

/** A backend that only implements the Assistants API, which cannot list threads. */
async function withoutList(
  request: Request,
  next: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (request.url.includes('/threads?')) return Response.json({}, { status: 404 });
  const response = await next(request);
  response.headers.delete('threadkit-capabilities');
  return response;
}

/** A backend that cannot list threads shows a notice, not an empty list. */
export const Unlisted: Story = {
  loaders: [async () => ({ scene: await makeThreads(sampleThreads, { intercept: withoutList }) })],
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('This server cannot list threads.')).toBeVisible();
  },
};

/** The app provides thread ids if the backend cannot list threads. */
export const ByIds: Story = {
  loaders: [
    async () => ({
      scene: await makeThreads(sampleThreads, { intercept: withoutList }),
    }),
  ],
  render: (_args, { loaded }) => (
    <Scene client={sceneOf(loaded).client}>
      <div data-stage="aside">
        <List scene={sceneOf(loaded)} ids={sceneOf(loaded).ids.slice(2, 5)} />
      </div>
    </Scene>
  ),
  play: async ({ canvas }) => {
    await expect(await row(canvas, 'Q3 invoices')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Payroll export' })).toBeNull();
  },
};

/** Titles of any length and script are one line in their own direction. */
export const Titles: Story = {
  loaders: [
    async () => ({
      scene: await makeThreads([
        { title: 'لماذا تباطأ الدفع منذ يوم الخميس؟', hoursAgo: 3 },
        { title: 'なぜ木曜日から決済が遅くなったのですか', hoursAgo: 2 },
        { title: 'Compare the p95 latency of every service before and after the last release', hoursAgo: 1 },
        { title: 'x'.repeat(90), hoursAgo: 1 },
        { title: '<b>Markup</b> & **stars** are only text', hoursAgo: 0 },
      ]),
    }),
  ],
  play: async ({ canvas }) => {
    await expect(await row(canvas, '<b>Markup</b> & **stars** are only text')).toBeVisible();
  },
};

const changeTheme = defineTool({
  name: 'change_theme',
  description: 'Changes the colors of the page.',
  parameters: z.object({ theme: z.enum(['light', 'dark']) }),
  needsApproval: true,
  execute: ({ theme }) => `The theme is ${theme} now.`,
});
const tools = [changeTheme];

function ListBesideChat({ scene }: { scene: ThreadsScene }): ReactNode {
  const [threadId, setThreadId] = useState(scene.ids[8]);
  return (
    <div data-stage="aside">
      <ThreadList threadId={threadId} onSelect={setThreadId} onNew={() => setThreadId(undefined)} />
      <Chat assistantId="asst_demo" threadId={threadId} tools={tools} />
    </div>
  );
}

/** A thread that waits for approval says so, also while another thread is open. */
export const Waiting: Story = {
  render: (_args, { loaded }) => (
    <Scene client={sceneOf(loaded).client}>
      <ListBesideChat scene={sceneOf(loaded)} />
    </Scene>
  ),
  play: async ({ canvas }) => {
    await ask(canvas, 'Please change the theme to dark');
    await canvas.findByRole('button', { name: 'Approve' });
    await userEvent.click(await row(canvas, 'Payroll export'));
    await expect(await row(canvas, 'Checkout slow since Thursday Waiting for you')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Payroll export' })).toHaveAttribute(
      'aria-current',
      'page',
    );
  },
};
