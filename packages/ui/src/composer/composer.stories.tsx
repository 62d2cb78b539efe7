import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { onStage } from '../../stories/decorators.tsx';
import * as Composer from './index.ts';
import { Queue } from './queue.tsx';

const meta: Meta<typeof Composer.Root> = {
  title: 'Composer',
  component: Composer.Root,
  decorators: [onStage],
  args: { onSend: fn(), onStop: fn() },
  render: (props) => (
    <Composer.Root {...props}>
      <Composer.Box>
        <Composer.Input />
        <Composer.Send />
      </Composer.Box>
      <Composer.Hint />
    </Composer.Root>
  ),
};
export default meta;

type Story = StoryObj<typeof Composer.Root>;

export const Idle: Story = {};

/** The field grows with its text to at most 40 % of the height, then scrolls. */
export const LongText: Story = {
  play: async ({ canvas }) => {
    const field = canvas.getByRole('textbox', { name: 'Message' });
    const before = field.getBoundingClientRect().height;
    await userEvent.type(field, `${'A line of text{Shift>}{Enter}{/Shift}'.repeat(4)}and the last`);
    await expect(field.getBoundingClientRect().height).toBeGreaterThan(before + 60);
  },
};

/** During a run the button stops it. */
export const Busy: Story = { args: { isBusy: true } };

/** Queued messages above the composer, each with buttons to send it now, edit it or remove it. */
export const WithQueue: Story = {
  args: { isBusy: true },
  decorators: [
    (Story) => (
      <div>
        <Queue
          queue={[
            { key: 'a', input: 'Also check eu-west' },
            {
              key: 'b',
              input: 'And write a summary of everything for the status page, in two short paragraphs, please',
            },
            { key: 'c', input: 'شكراً، وأرسل لي الأرقام أيضاً' },
          ]}
          onSendNow={() => undefined}
          onEdit={() => undefined}
          onRemove={() => undefined}
        />
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), 'And us-east');
    await expect(canvas.getByRole('button', { name: 'Queue' })).toBeVisible();
    await expect(canvas.getByRole('list', { name: 'Queued messages' })).toBeVisible();
    await expect(canvas.getAllByRole('listitem')).toHaveLength(3);
    await expect(
      canvas.getByRole('button', { name: 'Stop the run and send now: Also check eu-west' }),
    ).toBeVisible();
  },
};
