import type { Meta, StoryObj } from '@storybook/react-vite';
import type { AssistantsApi } from '@threadkit/core';
import type { ScriptedOptions } from '@threadkit/server';
import { engineGate } from '@threadkit/testing';
import { expect, userEvent, within } from 'storybook/test';
import { ask } from '../../stories/composer-actions.ts';
import { InPage, type InPageOptions } from '../../stories/in-page.tsx';
import { Prepared, type Ready } from '../../stories/prepared-page.tsx';
import { Chat, type ChatProps } from './chat.tsx';

type Args = ChatProps & { server: InPageOptions };
type Story = StoryObj<Args>;

/** Reasoning of a model on a real server, in every state of its run. */
const meta: Meta<Args> = {
  title: 'Chat/Reasoning',
  component: Chat,
  args: { assistantId: 'asst_demo', server: {} },
  render: ({ server, ...props }) => (
    <InPage options={server}>
      <Chat {...props} />
    </InPage>
  ),
};
export default meta;

const usage = { prompt_tokens: 412, completion_tokens: 96, total_tokens: 508 };
const QUESTION = 'Which train reaches Hamburg before noon?';
const THOUGHT = `**Comparing the trains**

- 8:05 plus 1:45 is 9:50: early enough.
- 9:38 plus 1:45 is 11:23: early enough as well.

Both arrive before noon, so the later one leaves the most time.`;

/** Reasons, then responds. */
const script: NonNullable<ScriptedOptions['script']> = () => [
  { type: 'reasoning', text: THOUGHT },
  { type: 'text', part: 0, text: 'Take the train at **9:38**: it arrives at 11:23.' },
  { type: 'finish', reason: 'stop', usage },
];

/** While the model thinks, its row is the only thing that moves. It opens to the text so far. */
export const Thinking: Story = {
  args: { server: { script, gate: engineGate({ closedAfter: 1 }) } },
  play: async ({ canvas }) => {
    await ask(canvas, QUESTION);
    const row = await canvas.findByRole('button', { name: /^Thinking/ });
    await expect(canvas.queryByText('Working')).toBeNull();
    await userEvent.click(row);
    await expect(await canvas.findByText(/the later one leaves the most time/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Stop' })).toBeVisible();
  },
};

/** After the response, the row stays above it. */
export const Thought: Story = {
  args: { server: { script } },
  play: async ({ canvas }) => {
    await ask(canvas, QUESTION);
    await expect(await canvas.findByRole('group', { name: 'Response details' })).toBeVisible();
    await userEvent.click(await canvas.findByRole('button', { name: /^Thought/ }));
    await expect(await canvas.findByText(/the later one leaves the most time/)).toBeVisible();
  },
};

/** Reasoning before a call and before the response: it is no step in the summary, and a row of the timeline. */
export const BetweenCalls: Story = {
  args: {
    server: {
      script: ({ messages }) =>
        messages.at(-1)?.role === 'user'
          ? [
              { type: 'reasoning', text: 'I need the departures first.' },
              {
                type: 'hosted-call',
                index: 0,
                call: {
                  type: 'code_interpreter',
                  code_interpreter: {
                    input: 'print("8:05, 9:38")',
                    outputs: [{ index: 0, type: 'logs', logs: '8:05, 9:38' }],
                  },
                },
              },
              { type: 'reasoning', text: THOUGHT },
              { type: 'text', part: 0, text: 'Take the train at **9:38**: it arrives at 11:23.' },
              { type: 'finish', reason: 'stop', usage },
            ]
          : undefined,
    },
  },
  play: async ({ canvas }) => {
    await ask(canvas, QUESTION);
    const summary = await canvas.findByRole('group', { name: 'Response details' });
    await expect(summary).toHaveTextContent('1 step');
    await expect(await canvas.findAllByRole('button', { name: /^Thought/ })).toHaveLength(2);
    await userEvent.click(within(summary).getByRole('button', { expanded: false }));
    const timeline = await canvas.findByRole('group', { name: 'Timeline' });
    await expect(within(timeline).getAllByText('Thought')).toHaveLength(2);
  },
};

/** Stopped while the model thought: the text so far stays. */
export const Stopped: Story = {
  args: { server: { script, gate: engineGate({ closedAfter: 1 }) } },
  play: async ({ canvas }) => {
    await ask(canvas, QUESTION);
    await canvas.findByRole('button', { name: /^Thinking/ });
    await userEvent.click(canvas.getByRole('button', { name: 'Stop' }));
    const row = await canvas.findByRole('button', { name: /^Thought.*stopped$/ });
    await userEvent.click(row);
    await expect(await canvas.findByText(/the later one leaves the most time/)).toBeVisible();
    await expect(canvas.getByText('You stopped this response.')).toBeVisible();
  },
};

/** The run fails while the model thinks. */
export const Failed: Story = {
  args: {
    server: {
      *script() {
        yield { type: 'reasoning', text: THOUGHT };
        throw new Error('The provider closed the connection.');
      },
    },
  },
  play: async ({ canvas }) => {
    await ask(canvas, QUESTION);
    await expect(await canvas.findByRole('button', { name: /^Thought.*interrupted$/ })).toBeVisible();
    await expect(canvas.getByText('Failed.')).toBeVisible();
  },
};

async function endARun(client: AssistantsApi): Promise<Ready> {
  const thread = await client.createThread({ messages: [{ role: 'user', content: QUESTION }] });
  for await (const _event of client.streamRun(thread.id, { assistant_id: 'asst_demo' }));
  return { threadId: thread.id };
}

const reloaded: Story['render'] = ({ server, ...props }) => (
  <Prepared options={server} prepare={endARun}>
    {({ threadId }) => <Chat {...props} threadId={threadId} />}
  </Prepared>
);

/** A server with `reasoning: 'keep'` has the text after a reload. */
export const KeptAfterReload: Story = {
  args: { server: { script, reasoning: 'keep' } },
  render: reloaded,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Thought/ }));
    await expect(await canvas.findByText(/the later one leaves the most time/)).toBeVisible();
  },
};

/** By default the server keeps the time and not the text: after a reload the row does not expand. */
export const NotKeptAfterReload: Story = {
  args: { server: { script } },
  render: reloaded,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^Thought/)).toBeVisible();
    await expect(canvas.queryByRole('button', { name: /^Thought/ })).toBeNull();
    await expect(canvas.queryByText(/the later one leaves the most time/)).toBeNull();
  },
};
