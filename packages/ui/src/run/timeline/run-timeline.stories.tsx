import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { onStage } from '../../../stories/decorators.tsx';
import { aFunctionCall, aRun, aStep } from '../../../stories/wire-objects.ts';
import { RunTimeline } from './run-timeline.tsx';

const meta: Meta<typeof RunTimeline> = {
  title: 'Run/Timeline',
  component: RunTimeline,
  decorators: [onStage],
};
export default meta;

type Story = StoryObj<typeof RunTimeline>;

const run = aRun();
const python = {
  id: 'call_py',
  type: 'code_interpreter',
  code_interpreter: { input: 'x', outputs: [] },
} as const;
const at = (fromS: number, toS: number) => ({
  id: `step_${fromS}`,
  created_at: run.created_at + fromS,
  completed_at: run.created_at + toS,
});
const metrics = aFunctionCall('query_metrics', { service: 'checkout-api' }, { points: 72 });
const rollback = aFunctionCall('roll_back', { to: '2026.11.18-1' }, 'Done.');
const status = aFunctionCall('post_status', { channel: '#checkout' }, { error: 'The channel is archived.' });
const response = { type: 'message_creation', message_creation: { message_id: 'msg_1' } } as const;
const worked = [
  aStep([metrics], at(0.8, 2.6)),
  aStep([python], at(2.8, 7)),
  aStep([rollback], at(7.2, 14)),
  aStep([status], at(14, 15)),
];

/** Each kind of bar, and its label. */
export const Ended: Story = {
  args: {
    run: { ...run, started_at: run.created_at + 0.8 },
    steps: [...worked, aStep([], { ...at(15, 18.4), type: 'message_creation', step_details: response })],
    waitedForApproval: ({ id }) => id === rollback.id,
  },
  play: async ({ canvas }) => {
    const rows = canvas.getAllByRole('listitem');
    await expect(rows.map((row) => row.textContent)).toEqual([
      'Queued0.8 s',
      'Query metrics1.8 s',
      'Ran Python4.2 s',
      'Waiting for you6.8 s',
      'Post status1 s',
      'Response3.4 s',
    ]);
  },
};

/** The bar of an active step has the accent color and ends at the current time. */
export const Live: Story = {
  args: {
    run: aRun({ status: 'in_progress', completed_at: null, started_at: run.created_at + 0.8 }),
    steps: [...worked, aStep([python], { ...at(15, 0), completed_at: null, status: 'in_progress' })],
    waitedForApproval: ({ id }) => id === rollback.id,
    nowMs: (run.created_at + 17) * 1000,
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('listitem', { name: 'Running Python' })).toHaveTextContent('2 s');
  },
};

/** A queued run is one growing row. */
export const Queued: Story = {
  args: {
    run: aRun({ status: 'queued', completed_at: null, started_at: null }),
    steps: [],
    nowMs: (run.created_at + 41) * 1000,
  },
};

/** The API reports whole seconds: shorter steps have a row and a bar of minimum width. The axis of a long run shows minutes. */
export const ShortAndLong: Story = {
  args: {
    run: aRun({ completed_at: run.created_at + 372 }),
    steps: [
      aStep([metrics], { ...at(0, 0), id: 'step_short' }),
      aStep([python, metrics, rollback], at(0, 365)),
      aStep([aFunctionCall('compare_the_release_notes_of_all_services', {}, 'x')], at(365, 372)),
      aStep([metrics], at(372, 372)),
    ],
    highlightedStepId: 'step_365',
  },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText('< 1 s')).toHaveLength(2);
    await expect(canvas.getByText('6 min 5 s')).toBeVisible();
  },
};
