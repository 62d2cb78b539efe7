import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { onLine } from '../../stories/decorators.tsx';
import { PartsStage } from '../../stories/parts-fixture.tsx';
import { RunStatusLabel, type RunStatusLabelProps } from './run-status.tsx';

const meta: Meta<typeof RunStatusLabel> = { title: 'Run/Status', component: RunStatusLabel };
export default meta;

type Story = StoryObj<typeof RunStatusLabel>;

const statusStory = (status: RunStatusLabelProps['status'], word: string, icon: string): Story => ({
  args: { status },
  decorators: [onLine],
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByText(word)).toBeVisible();
    await expect(
      canvasElement.querySelector(`[data-status="${status}"] [data-icon="${icon}"]`),
    ).toBeVisible();
  },
});

/** While the message is sent, before the run exists. */
export const Sending: Story = statusStory('sending', 'Sending', 'queued');

export const Queued: Story = statusStory('queued', 'Queued', 'queued');

export const InProgress: Story = statusStory('in_progress', 'Working', 'live');

export const RequiresAction: Story = statusStory('requires_action', 'Waiting for you', 'waiting');

export const Cancelling: Story = statusStory('cancelling', 'Stopping', 'live');

export const Cancelled: Story = statusStory('cancelled', 'Stopped', 'stopped');

export const Failed: Story = statusStory('failed', 'Failed', 'failed');

export const Completed: Story = statusStory('completed', 'Done', 'done');

export const Incomplete: Story = statusStory('incomplete', 'Incomplete', 'incomplete');

export const Expired: Story = statusStory('expired', 'Timed out', 'waiting');

/** The time left is shown in the last two minutes before the run expires. */
export const NearExpiry: Story = {
  args: { status: 'in_progress', elapsedMs: 498_000, expiresInMs: 101_500 },
  decorators: [onLine],
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Expires in 1:42')).toBeVisible();
  },
};

/** All statuses. Only the icon of an active run is animated. */
export const All: Story = {
  render: () => (
    <PartsStage>
      {(
        [
          'sending',
          'queued',
          'in_progress',
          'requires_action',
          'cancelling',
          'cancelled',
          'failed',
          'completed',
          'incomplete',
          'expired',
        ] as const
      ).map((status) => (
        <div key={status} data-slot="chat-run">
          <RunStatusLabel status={status} elapsedMs={65_000} expiresInMs={535_000} />
        </div>
      ))}
    </PartsStage>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText('1 min 5 s')).toHaveLength(10);
    await expect(canvas.queryByText(/Expires in/)).toBeNull();
  },
};
