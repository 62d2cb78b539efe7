import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { PartsStage } from '../stories/stage.tsx';
import { RunStatus } from './run-status.tsx';

const meta: Meta<typeof RunStatus> = { title: 'Run/Status', component: RunStatus };
export default meta;

/** The end of the line while a run lives. Only the live mark moves. */
export const All: StoryObj<typeof RunStatus> = {
  render: () => (
    <PartsStage>
      {(['sending', 'queued', 'in_progress', 'requires_action', 'cancelling'] as const).map((status) => (
        <div key={status} data-slot="turn">
          <RunStatus status={status} elapsedMs={65_000} />
        </div>
      ))}
    </PartsStage>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Working')).toBeVisible();
    await expect(canvas.getAllByText('1 min 5 s')).toHaveLength(5);
  },
};
