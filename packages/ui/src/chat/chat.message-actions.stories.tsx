import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { ask } from '../../stories/composer-actions.ts';
import { InPage } from '../../stories/in-page.tsx';
import { Chat, type ChatProps } from './chat.tsx';

/** Actions on existing messages. */
const meta: Meta<ChatProps> = {
  title: 'Chat/Message actions',
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

const summary = { name: 'Response details' };

/** An edited message replaces the old one and the messages after it. */
export const EditAndSend: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, '/cite');
    await canvas.findByRole('group', summary);
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit' }));
    const field = await canvas.findByRole('textbox', { name: 'Edit message' });
    await userEvent.clear(field);
    await userEvent.type(field, '/refuse{Enter}');
    await canvas.findByText('Refused.');
    await expect(canvas.queryByText('/cite')).toBeNull();
  },
};

/** An edit in a new thread keeps the old one; a notice in the copy links to it. */
export const EditInANewThread: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, '/cite');
    await canvas.findByRole('group', summary);
    await ask(canvas, '/refuse');
    await canvas.findByText('Refused.');
    const [, second] = await canvas.findAllByRole('article', { name: 'You' });
    await userEvent.click(await within(second ?? document.body).findByRole('button', { name: 'Edit' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Send in new thread' }));
    await canvas.findByText(/^Copied from another thread/);
    await canvas.findByText('Refused.');
  },
};

/** The last response is replaced by a new one; feedback goes to the app. */
export const RegenerateAndRate: Story = {
  play: async ({ canvas, args }) => {
    await ask(canvas, '/refuse');
    await userEvent.click(await canvas.findByRole('button', { name: 'Good response' }));
    await expect(args.onFeedback).toHaveBeenCalledWith(expect.objectContaining({ rating: 'up' }));
    const first = canvas.getByRole('group', summary);
    await userEvent.click(canvas.getByRole('button', { name: 'Regenerate' }));
    await waitFor(() => expect(first.isConnected).toBe(false));
    await canvas.findByRole('group', summary);
    await expect(canvas.getAllByText('Refused.')).toHaveLength(1);
  },
};
