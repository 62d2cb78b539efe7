import type { Meta, StoryObj } from '@storybook/react-vite';
import type { AssistantsApi } from '@threadkit/core';
import { createLongThread } from '@threadkit/testing';
import { expect, userEvent, waitFor } from 'storybook/test';
import { breakStream } from '../../stories/break-stream.ts';
import { ask } from '../../stories/composer-actions.ts';
import { InPage, type InPageOptions } from '../../stories/in-page.tsx';
import { Prepared, type Ready } from '../../stories/prepared-page.tsx';
import { Chat, type ChatProps } from './chat.tsx';

type Args = ChatProps & { server: InPageOptions };
type Story = StoryObj<Args>;

/** Network and server errors, and what the user sees. A sent message is never lost. */
const meta: Meta<Args> = {
  title: 'Chat/Network errors',
  component: Chat,
  args: { assistantId: 'asst_demo' },
  render: ({ server, ...props }) => (
    <InPage options={server}>
      <Chat {...props} />
    </InPage>
  ),
};
export default meta;

const unreachable: InPageOptions = {
  intercept: (request, next) =>
    request.method === 'POST' ? Promise.reject(new TypeError('Failed to fetch')) : next(request),
};

/** The server is unreachable: the message keeps its text, with the reason and two actions. */
export const NotSent: Story = {
  args: { server: unreachable },
  play: async ({ canvas }) => {
    await ask(canvas, 'Do not lose these words');
    const failure = await canvas.findByRole('group', { name: 'Not sent.' });
    await expect(failure).toHaveTextContent('could not be reached');
    await expect(canvas.getByText('Do not lose these words')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Retry' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(canvas.queryByText('Do not lose these words')).toBeNull());
  },
};

/** An unknown assistant id: the error says who can fix it, with the id in the details. The text is kept. */
export const UnknownAssistant: Story = {
  args: { assistantId: 'asst_typo', server: {} },
  play: async ({ canvas }) => {
    await ask(canvas, 'Hello');
    const failure = await canvas.findByRole('group', { name: 'Not sent.' });
    await expect(failure).toHaveTextContent('The assistant does not exist.');
    await userEvent.click(canvas.getByRole('button', { name: 'Details' }));
    await expect(canvas.getByText("No assistant found with id 'asst_typo'.")).toBeVisible();
    await expect(canvas.getByText('Hello')).toBeVisible();
  },
};

/** A response with status 401: the error says that the session was not accepted. The text is kept. */
export const Unauthorized: Story = {
  args: {
    server: {
      intercept: () =>
        Promise.resolve(
          Response.json(
            {
              error: {
                message: 'Incorrect API key.',
                type: 'invalid_request_error',
                param: null,
                code: null,
              },
            },
            { status: 401 },
          ),
        ),
    },
  },
  play: async ({ canvas }) => {
    await ask(canvas, 'Hello');
    const failure = await canvas.findByRole('group', { name: 'Not sent.' });
    await expect(failure).toHaveTextContent('Your session was not accepted.');
    await expect(canvas.getByText('Hello')).toBeVisible();
  },
};

/** A response with `Retry-After`: the retry button is disabled and counts down. */
export const RateLimited: Story = {
  args: {
    server: {
      intercept: () =>
        Promise.resolve(
          Response.json(
            { error: { message: 'Slow down.', type: 'requests', param: null, code: 'rate_limit_exceeded' } },
            { status: 429, headers: { 'retry-after': '60' } },
          ),
        ),
    },
  },
  play: async ({ canvas }) => {
    await ask(canvas, 'Hello');
    const retry = await canvas.findByRole('button', { name: /^Retry in (59 s|1 min)$/ });
    await expect(retry).toHaveAttribute('aria-disabled', 'true');
    await expect(canvas.getByText('Hello')).toBeVisible();
  },
};

/** The stream breaks within a word: the run continues on the server, and the complete response is loaded. */
export const BrokenStream: Story = {
  args: { server: { intercept: breakStream({ afterBytes: 2500, how: 'error' }) } },
  play: async ({ canvas }) => {
    await ask(canvas, 'What is Threadkit?');
    await canvas.findByRole('group', { name: 'Response details' });
    await expect(canvas.getAllByRole('article', { name: 'Assistant' })).toHaveLength(1);
    await expect(canvas.queryByText('Failed.')).toBeNull();
  },
};

/** An invalid event in the stream is ignored, and the complete response is loaded. */
export const InvalidEvent: Story = {
  args: { server: { intercept: breakStream({ afterBytes: 2500, how: 'garbage' }) } },
  play: async ({ canvas }) => {
    await ask(canvas, 'What is Threadkit?');
    await canvas.findByRole('group', { name: 'Response details' });
    await expect(canvas.getAllByRole('article', { name: 'Assistant' })).toHaveLength(1);
    await expect(canvas.queryByText(/not json/)).toBeNull();
  },
};

async function writeManyMessages(client: AssistantsApi): Promise<Ready> {
  return { threadId: await createLongThread(client, 45, (index) => `Message ${index + 1}`) };
}

const olderFail: InPageOptions = {
  intercept: (request, next) =>
    new URL(request.url).searchParams.has('after')
      ? Promise.resolve(Response.json({ error: { message: 'Storage is away.' } }, { status: 500 }))
      : next(request),
};

/** Older messages that fail to load: the error is shown beside the button, which retries. */
export const OlderMessagesFail: Story = {
  render: ({ assistantId }) => (
    <Prepared options={olderFail} prepare={writeManyMessages}>
      {({ threadId }) => (
        <div data-stage="chat">
          <Chat assistantId={assistantId} threadId={threadId} />
        </div>
      )}
    </Prepared>
  ),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show earlier messages' }));
    const log = canvas.getByRole('log', { name: 'Conversation' });
    await waitFor(() => expect(log).toHaveTextContent('Could not load earlier messages.'));
    await expect(canvas.getByRole('button', { name: 'Retry' })).toBeVisible();
  },
};
