import type { Meta, StoryObj } from '@storybook/react-vite';
import { ThreadkitError } from '@threadkit/core';
import { expect, fn, userEvent } from 'storybook/test';
import { onStage } from '../../../stories/decorators.tsx';
import { aMessage, aRun } from '../../../stories/wire-objects.ts';
import { RunSummary } from '../../run/run-summary.tsx';
import * as Message from '../index.ts';
import { DeleteQuestion } from './delete-question.tsx';
import { EditMessage } from './edit-message.tsx';
import { Feedback } from './feedback.tsx';
import { MessageActions } from './message-actions.tsx';

const meta: Meta = { title: 'Message/Actions', decorators: [onStage] };
export default meta;

type Story = StoryObj;

const question = aMessage('user', 'Checkout got slow on Thursday afternoon. What changed?');
const act = fn();

/** Beside or below a message, visible on hover and focus. */
export const Actions: Story = {
  render: () => (
    <>
      <Message.Root role="user">
        <Message.Content message={question} />
        <MessageActions getText={() => ''} onEdit={() => act('edit')} onDelete={() => act('delete')} />
      </Message.Root>
      <Message.Root role="assistant">
        <Message.Content message={aMessage('assistant', 'The release at 14:06.')} />
        <MessageActions getText={() => 'The release at 14:06.'} />
      </Message.Root>
    </>
  ),
  play: async ({ canvas }) => {
    act.mockClear();
    await userEvent.tab();
    await expect(canvas.getAllByRole('button', { name: 'Copy message' })[0]).toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: 'Edit' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Delete' }));
    await expect(act.mock.calls).toEqual([['edit'], ['delete']]);
  },
};

const send = fn(() => Promise.resolve(undefined));

/** The text in a field in place of the message, with the effect of each way to send it. */
export const Editing: Story = {
  render: () => (
    <Message.Root role="user">
      <EditMessage message={question} onSend={send} onCancel={act} />
    </Message.Root>
  ),
  play: async ({ canvas }) => {
    send.mockClear();
    act.mockClear();
    const field = canvas.getByRole('textbox', { name: 'Edit message' });
    await expect(field).toHaveFocus();
    await userEvent.keyboard(' In eu-west?{Shift>}{Enter}{/Shift}Say why.{Enter}');
    await expect(send.mock.calls).toEqual([
      ['Checkout got slow on Thursday afternoon. What changed? In eu-west?\nSay why.', 'truncate'],
    ]);
    await userEvent.click(await canvas.findByRole('button', { name: 'Send in new thread' }));
    await expect(send.mock.calls.at(-1)).toEqual([expect.stringContaining('Say why.'), 'branch']);
    await userEvent.type(field, '{Escape}');
    await expect(act).toHaveBeenCalledTimes(1);
  },
};

/** An edit that could not be sent stays in the field, with the reason. */
export const EditFailed: Story = {
  render: () => (
    <Message.Root role="user">
      <EditMessage
        message={question}
        onSend={() => Promise.resolve(new ThreadkitError('network', 'Failed to fetch'))}
        onCancel={act}
      />
    </Message.Root>
  ),
  play: async ({ canvas }) => {
    await userEvent.keyboard('{Enter}');
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Not sent.');
  },
};

/** The confirmation before a message is deleted; Escape cancels. */
export const Deleting: Story = {
  render: () => (
    <Message.Root role="user">
      <Message.Content message={question} />
      <DeleteQuestion onDelete={() => act('delete')} onCancel={() => act('cancel')} />
    </Message.Root>
  ),
  play: async ({ canvas }) => {
    act.mockClear();
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(canvas.getByRole('button', { name: 'Delete' }));
    await expect(act.mock.calls).toEqual([['cancel'], ['delete']]);
  },
};

/** Rating buttons at the end of a response, for apps that collect ratings. */
export const WithFeedback: Story = {
  render: () => (
    <div data-slot="chat-run">
      <Message.Root role="assistant">
        <Message.Content message={aMessage('assistant', 'The release at 14:06.')} />
      </Message.Root>
      <RunSummary
        run={aRun()}
        stepCount={3}
        getText={() => ''}
        onRegenerate={act}
        regenerateMode="replace"
        actions={<Feedback defaultRating="up" onRate={act} />}
      />
    </div>
  ),
  play: async ({ canvas }) => {
    act.mockClear();
    const good = canvas.getByRole('button', { name: 'Good response' });
    await expect(good).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(canvas.getByRole('button', { name: 'Bad response' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Bad response' }));
    await expect(act.mock.calls).toEqual([['down'], [undefined]]);
    await expect(canvas.getByRole('button', { name: 'Regenerate' })).toBeVisible();
  },
};

export const EditingDark: Story = { ...Editing, globals: { theme: 'dark' } };
export const EditingRightToLeft: Story = { ...Editing, globals: { direction: 'rtl' } };
