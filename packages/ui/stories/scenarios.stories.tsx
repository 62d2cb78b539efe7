import type { Meta, StoryObj } from '@storybook/react-vite';
import { ThreadkitProvider } from '@threadkit/react';
import { type ReactNode, useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { Chat, type ChatProps } from '../src/chat/chat.tsx';
import { RunInspector } from '../src/run/inspector/run-inspector.tsx';
import { breakStream } from './break-stream.ts';
import { choose } from './choose-files.ts';
import { ask } from './composer-actions.ts';
import { stopAfter } from './engine-scripts.ts';
import { createInPage, InPage, type InPageOptions } from './in-page.tsx';
import {
  createThreadWithOneApproval,
  createThreadWithTwoApprovals,
  endARun,
  fiveThousand,
} from './prepare-threads.ts';
import { Prepared } from './prepared-page.tsx';
import { callsBoth, callsOne, releaseTools, releaseViews } from './release-tools.ts';
import { aFile, aPicture } from './sample-files.ts';

/** Complete pages in typical states, each in its final state. */
const meta: Meta<ChatProps> = {
  title: 'Scenarios',
  component: Chat,
  args: { assistantId: 'asst_demo', tools: releaseTools, toolViews: releaseViews },
};
export default meta;

type Story = StoryObj<ChatProps>;

const onServer = (options: InPageOptions): Pick<Story, 'render'> => ({
  render: (props) => (
    <InPage options={options}>
      <Chat {...props} />
    </InPage>
  ),
});

/** A new chat: a description and starter prompts. */
export const Empty: Story = {
  ...onServer({}),
  args: {
    description: 'Answers questions about your services’ metrics.',
    starterPrompts: [
      'What changed in checkout since Monday?',
      'Compare p95 before and after the last release',
      'Which alerts fired twice this week?',
      'Write the incident summary for the status page',
    ],
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByRole('button', { name: /What changed in checkout/ })).toBeVisible();
    await expect(within(canvasElement).getByRole('log', { name: 'Conversation' })).toBeVisible();
  },
};

/** During a response: its text can be read and selected, and the button stops the run. */
export const Streaming: Story = {
  ...onServer(
    stopAfter(
      '## What changed\n\nLatency rose from **212 ms** to **1,184 ms** at 14:06, with the release of `checkout-api` two minutes before.\n\n- Carts of four and more are slow.\n- Carts of one to three are',
    ),
  ),
  play: async ({ canvas }) => {
    await ask(canvas, 'Checkout got slow on Thursday. What changed?');
    await waitFor(() =>
      expect(canvas.getByRole('article', { name: 'Assistant' })).toHaveTextContent('one to three are'),
    );
    await expect(canvas.getByRole('button', { name: 'Stop' })).toBeVisible();
  },
};

/** A failed run shows its outcome, one action, and the raw error under "Details". */
export const FailedRun: Story = {
  ...onServer({}),
  play: async ({ canvas }) => {
    await ask(canvas, '/fail');
    await expect(await canvas.findByText('Failed.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Retry' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Details' }));
    await expect(canvas.getByRole('button', { name: 'Copy details' })).toBeVisible();
  },
};

/** The retry button counts down the wait that the provider asks for. */
export const RateLimited: Story = {
  ...onServer({}),
  play: async ({ canvas }) => {
    await ask(canvas, '/ratelimit 40');
    const retry = await canvas.findByRole('button', { name: /^Retry in \d+ s$/ });
    await expect(canvas.getByRole('log')).toHaveTextContent('No response was generated.');
    await expect(retry).toHaveAttribute('aria-disabled', 'true');
  },
};

/** The network fails during the response and does not recover. */
function Offline(props: ChatProps): ReactNode {
  const [page] = useState(() => {
    let isOnline = true;
    const cut = breakStream({ afterBytes: 7000, how: 'error' });
    const { client } = createInPage({
      async intercept(request, next) {
        if (!isOnline) throw new TypeError('Failed to fetch');
        if (request.method !== 'POST' || !request.url.endsWith('/runs')) return next(request);
        const response = await cut(request, next);
        isOnline = false;
        return response;
      },
    });
    return { client, environment: { isOnline: () => isOnline } };
  });
  return (
    <ThreadkitProvider {...page}>
      <div data-stage="chat">
        <Chat {...props} />
      </div>
    </ThreadkitProvider>
  );
}

/** Offline during a response: the received text stays, and the run continues on the server. */
export const OfflineDuringResponse: Story = {
  render: (props) => <Offline {...props} />,
  play: async ({ canvas }) => {
    await ask(canvas, 'What is Threadkit?');
    await expect(await canvas.findByText('Offline.')).toBeVisible();
    await expect(canvas.getByRole('article', { name: 'Assistant' })).not.toBeEmptyDOMElement();
    await expect(canvas.getByRole('button', { name: 'Reconnect now' })).toBeVisible();
  },
};

/** A pending approval is shown again after a reload, once. */
export const ApprovalAfterReload: Story = {
  render: (props) => (
    <Prepared options={{ script: callsOne }} prepare={createThreadWithOneApproval}>
      {({ threadId }) => (
        <div data-stage="chat">
          <Chat {...props} threadId={threadId} />
        </div>
      )}
    </Prepared>
  ),
  play: async ({ canvas }) => {
    const box = await canvas.findByRole('region', { name: /^Roll back checkout-api to/ });
    await expect(within(box).getByRole('button', { name: 'Roll back' })).toBeVisible();
    await expect(canvas.getAllByRole('region', { name: /^Roll back/ })).toHaveLength(1);
    await expect(box).toHaveTextContent('left to respond');
  },
};

/** Several calls of one step are one box with a row for each, approved together or one by one. */
export const SeveralApprovals: Story = {
  render: (props) => (
    <Prepared options={{ script: callsBoth }} prepare={createThreadWithTwoApprovals}>
      {({ threadId }) => (
        <div data-stage="chat">
          <Chat {...props} threadId={threadId} />
        </div>
      )}
    </Prepared>
  ),
  play: async ({ canvas }) => {
    const box = await canvas.findByRole('region', { name: '2 actions need your approval' });
    await expect(within(box).getAllByRole('listitem')).toHaveLength(2);
    await expect(within(box).getByRole('button', { name: 'Approve both' })).toBeVisible();
  },
};

/** The messages are only in the query cache; requests for newer messages return none. */
const nothingNewer: InPageOptions = {
  async intercept(request, next) {
    const isList = request.method === 'GET' && new URL(request.url).pathname.endsWith('/messages');
    if (!isList) return next(request);
    return Response.json({ object: 'list', data: [], first_id: null, last_id: null, has_more: false });
  },
};

/** 5,000 messages: all are in the document, few of them fully rendered. */
export const FiveThousandMessages: Story = {
  // axe takes seconds for 5,000 equal rows and finds no more than in fifty.
  parameters: { a11y: { test: 'off' } },
  render: (props) => (
    <Prepared options={nothingNewer} prepare={fiveThousand}>
      {({ threadId }) => (
        <div data-stage="chat">
          <Chat {...props} threadId={threadId} />
        </div>
      )}
    </Prepared>
  ),
  play: async ({ canvasElement }) => {
    // Compare the text only: an element query would visit 5,000 rows for every change.
    const patiently = { timeout: 10_000, interval: 100 };
    await waitFor(() => expect(canvasElement.textContent).toContain('(5000)'), patiently);
    await waitFor(() => expect(canvasElement.textContent).toContain('(2500)'), patiently);
    const inFull = (): number => canvasElement.querySelectorAll('[data-slot="message"]').length;
    await waitFor(() => expect(inFull()).toBeLessThan(120), patiently);
  },
};

/** A clock that advances with every read, so that steps have durations without waiting. */
let now = Date.UTC(2026, 10, 25, 13);
const slowServer: InPageOptions = { script: callsOne, now: () => (now += 90) };

/** Run details: timeline, usage, and every event with the state after it. */
export const RunDetails: Story = {
  render: (props) => (
    <Prepared options={slowServer} prepare={endARun}>
      {({ threadId, runId = '' }) => (
        <div data-stage="beside">
          <Chat {...props} threadId={threadId} />
          <RunInspector threadId={threadId} runId={runId} />
        </div>
      )}
    </Prepared>
  ),
  play: async ({ canvas }) => {
    const summary = await canvas.findByRole('group', { name: 'Response details' });
    await userEvent.click(within(summary).getByRole('button', { name: /tokens/ }));
    await canvas.findByRole('group', { name: 'Timeline' });
    const events = within(await canvas.findByRole('list', { name: 'Events' }));
    await expect(await events.findByRole('button', { name: /run\.completed/ })).toBeVisible();
  },
};

/** A message with an image and a file, and another file in the composer. */
export const Files: Story = {
  ...onServer({}),
  play: async ({ canvas }) => {
    const attached = (): HTMLElement => canvas.getByRole('list', { name: 'Attached files' });
    await choose(canvas, await aPicture(), aFile('orders.csv', 319_488));
    await waitFor(() => expect(attached()).toHaveTextContent(/orders\.csv312 kB/));
    await ask(canvas, 'What happened on Thursday?');
    await canvas.findByRole('group', { name: 'Response details' });
    await expect(canvas.queryByRole('list', { name: 'Attached files' })).toBeNull();
    const own = canvas.getByRole('article', { name: 'You' });
    const image = await within(own).findByRole('img', { name: 'Attached image' });
    await waitFor(() => expect(image.getBoundingClientRect()).toMatchObject({ width: 216, height: 135 }));
    await expect(within(own).getByRole('button', { name: /^Download orders\.csv/ })).toHaveTextContent(
      '312 kB',
    );
    await choose(canvas, aFile('alerts.log', 4_096));
    await waitFor(() => expect(attached()).toHaveTextContent('alerts.log'));
  },
};
