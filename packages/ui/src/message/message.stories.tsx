import type { Meta, StoryObj } from '@storybook/react-vite';
import { type MessageContentPart, ThreadkitError } from '@threadkit/core';
import { expect, userEvent } from 'storybook/test';
import { PartsStage } from '../../stories/parts-fixture.tsx';
import { aMessage, aRun } from '../../stories/wire-objects.ts';
import { RunSummary } from '../run/run-summary.tsx';
import { SupersededMessage } from '../run/superseded-message.tsx';
import * as Message from './index.ts';

const meta: Meta<typeof Message.Root> = { title: 'Message', component: Message.Root };
export default meta;

type Story = StoryObj<typeof Message.Root>;

/** A user message, a response, and the summary of its run. */
export const MessageAndResponse: Story = {
  render: () => (
    <PartsStage>
      <Message.Root role="user">
        <Message.Content message={aMessage('user', 'Two lines\nof *plain* text, as they were typed.')} />
      </Message.Root>
      <div data-slot="chat-run">
        <Message.Root role="assistant">
          <Message.Content message={aMessage('assistant', 'A response with **markdown**.')} />
        </Message.Root>
        <RunSummary run={aRun()} stepCount={0} getText={() => 'A response'} onRegenerate={() => undefined} />
      </div>
    </PartsStage>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/of \*plain\* text/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Copy response' })).toBeVisible();
  },
};

/** A message that was not sent keeps its text and shows the reason with two actions. */
export const NotSent: Story = {
  render: () => (
    <PartsStage>
      <Message.Root role="user" phase="failed">
        <Message.Content message={aMessage('user', 'Words that are not lost')} />
        <Message.Failure
          error={new ThreadkitError('network', 'Failed to fetch')}
          onRetry={() => undefined}
          onDiscard={() => undefined}
        />
      </Message.Root>
    </PartsStage>
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Details' }));
    await expect(canvas.getByText('Failed to fetch')).toBeVisible();
  },
};

const unknownParts = [
  { type: 'output_text', text: 'A text of another service.' },
  { type: 'input_audio', input_audio: { data: 'AAAA' } },
] as unknown as MessageContentPart[];

/** Parts of unknown types: the text of the first, and the type of the second, which has no text. */
export const PartsOfUnknownTypes: Story = {
  render: () => (
    <PartsStage>
      <Message.Root role="assistant">
        <Message.Content message={{ ...aMessage('assistant', ''), content: unknownParts }} />
      </Message.Root>
    </PartsStage>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('A text of another service.')).toBeVisible();
    await expect(canvas.getByText('[input_audio]')).toBeVisible();
  },
};

/** A refusal, and two images that are not loaded: an external one, and a file without a backend to fetch it. */
export const OtherParts: Story = {
  render: () => (
    <PartsStage>
      <Message.Root role="user">
        <Message.Content
          message={{
            role: 'user',
            content: [
              { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
              { type: 'text', text: { value: 'What is on it?', annotations: [] } },
            ],
          }}
        />
      </Message.Root>
      <div data-slot="chat-run">
        <Message.Root role="assistant">
          <Message.Content
            message={{
              role: 'assistant',
              content: [
                { type: 'refusal', refusal: 'I cannot say who is in a picture.' },
                { type: 'image_file', image_file: { file_id: 'file_1' } },
              ],
            }}
          />
        </Message.Root>
      </div>
    </PartsStage>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('img')).toBeNull();
  },
};

/** A message interrupted by a crash is collapsed, above the response that replaced it. */
export const Superseded: Story = {
  render: () => (
    <PartsStage>
      <div data-slot="chat-run">
        <SupersededMessage message={aMessage('assistant', 'The first half of an ans')} />
        <Message.Root role="assistant">
          <Message.Content message={aMessage('assistant', 'The first half of a response, and the second.')} />
        </Message.Root>
      </div>
    </PartsStage>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.queryByText('The first half of an ans')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Interrupted, then restarted' }));
    await expect(canvas.getByText('The first half of an ans')).toBeVisible();
  },
};
