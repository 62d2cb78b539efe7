import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { ask } from '../../stories/composer-actions.ts';
import { InPage } from '../../stories/in-page.tsx';
import { Chat, type ChatProps } from './chat.tsx';

/** What a person can do with what has been said. */
const meta: Meta<ChatProps> = {
  title: 'Chat/Rewriting',
  component: Chat,
  args: { assistantId: 'asst_demo', onFeedback: fn() },
  render: (props) => (
    <InPage>
      <Chat {...props} />
    </InPage>
  ),
};
export default meta;

type Story = StoryObj<ChatProps>;

const receipt = { name: 'Response details' };

/** An edited message takes the place of what it was, and of what followed. */
export const EditAndSend: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, '/cite');
    await canvas.findByRole('group', receipt);
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit' }));
    const field = await canvas.findByRole('textbox', { name: 'Edit message' });
    await userEvent.clear(field);
    await userEvent.type(field, '/refuse{Enter}');
    await canvas.findByText('Refused.');
    await expect(canvas.queryByText('/cite')).toBeNull();
  },
};

/** In a new thread: the old one stays, and the copy says what it is and leads back. */
export const EditInANewThread: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, '/cite');
    await canvas.findByRole('group', receipt);
    await ask(canvas, '/refuse');
    await canvas.findByText('Refused.');
    const [, second] = await canvas.findAllByRole('article', { name: 'You' });
    await userEvent.click(await within(second ?? document.body).findByRole('button', { name: 'Edit' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Send in new thread' }));
    await canvas.findByText(/^Copied from another thread/);
    await canvas.findByText('Refused.');
  },
};

/** The last answer is replaced by a new one; feedback goes to the app. */
export const ReplaceAndRate: Story = {
  play: async ({ canvas, args }) => {
    await ask(canvas, '/refuse');
    await userEvent.click(await canvas.findByRole('button', { name: 'Good response' }));
    await expect(args.onFeedback).toHaveBeenCalledWith(expect.objectContaining({ rating: 'up' }));
    const first = canvas.getByRole('group', receipt);
    await userEvent.click(canvas.getByRole('button', { name: 'Regenerate' }));
    await waitFor(() => expect(first.isConnected).toBe(false));
    await canvas.findByRole('group', receipt);
    await expect(canvas.getAllByText('Refused.')).toHaveLength(1);
  },
};
