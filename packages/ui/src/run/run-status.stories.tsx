import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { onLine } from '../../stories/decorators.tsx';
import { PartsStage } from '../../stories/parts-stage.tsx';
import { RunStatusLabel, type RunStatusLabelProps } from './run-status.tsx';

const meta: Meta<typeof RunStatusLabel> = { title: 'Run/Status', component: RunStatusLabel };
export default meta;

type Story = StoryObj<typeof RunStatusLabel>;

const told = (status: RunStatusLabelProps['status'], word: string, icon: string): Story => ({
  args: { status },
  decorators: [onLine],
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByText(word)).toBeVisible();
    await expect(
      canvasElement.querySelector(`[data-status="${status}"] [data-icon="${icon}"]`),
    ).toBeVisible();
  },
});

/** The message is on its way: the page's own word, before there is a run. */
export const Sending: Story = told('sending', 'Sending', 'queued');

export const Queued: Story = told('queued', 'Queued', 'queued');

export const InProgress: Story = told('in_progress', 'Working', 'live');

export const RequiresAction: Story = told('requires_action', 'Waiting for you', 'waiting');

export const Cancelling: Story = told('cancelling', 'Stopping', 'live');

export const Cancelled: Story = told('cancelled', 'Stopped', 'stopped');

export const Failed: Story = told('failed', 'Failed', 'failed');

export const Completed: Story = told('completed', 'Done', 'done');

export const Incomplete: Story = told('incomplete', 'Incomplete', 'cut-off');

export const Expired: Story = told('expired', 'Timed out', 'waiting');

/** Shortly before its end a run says how long it has. Earlier there is one clock, not two. */
export const NearItsEnd: Story = {
  args: { status: 'in_progress', elapsedMs: 498_000, expiresInMs: 101_500 },
  decorators: [onLine],
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Expires in 1:42')).toBeVisible();
  },
};

/** All in a column. Only the live mark moves. */
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
