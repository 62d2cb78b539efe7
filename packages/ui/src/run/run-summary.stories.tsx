import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { onLine } from '../../stories/decorators.tsx';
import { aFunctionCall, aRun, aStep } from '../../stories/wire-objects.ts';
import { ToolCall, type ToolCallProps } from '../tool/tool-call.tsx';
import { RunDetails } from './run-details.tsx';
import { RunSteps } from './run-steps.tsx';
import { RunSummary } from './run-summary.tsx';
import { StepHighlightProvider, useStepRowProps } from './step-highlight.tsx';

const meta: Meta<typeof RunSummary> = {
  title: 'Run/Summary',
  component: RunSummary,
  decorators: [onLine],
  args: { run: aRun(), stepCount: 3, getText: () => 'The response.', onRegenerate: () => undefined },
};
export default meta;

type Story = StoryObj<typeof RunSummary>;

/** Without details the summary is not a button. */
export const WithoutDetails: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('14 s · 3 steps · 2,148 tokens')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: /14 s/ })).toBeNull();
  },
};

/** The summary of a run without a response says so and has no copy button. */
export const WithoutText: Story = {
  args: { getText: undefined },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('No response was generated. 14 s · 3 steps · 2,148 tokens')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Copy response' })).toBeNull();
    await expect(canvas.getByRole('button', { name: 'Ask again' })).toBeVisible();
  },
};

const T0 = aRun().created_at;
const metrics = aFunctionCall('query_metrics', { service: 'checkout-api' }, { points: 72 });
const rolled = aFunctionCall('roll_back', { to: '2026.11.18-1' }, 'Done.');
const steps = [
  aStep([metrics], { id: 'step_a', created_at: T0 + 1, completed_at: T0 + 4 }),
  aStep([rolled], { id: 'step_b', created_at: T0 + 5, completed_at: T0 + 14 }),
];
const details = (
  <RunDetails
    run={aRun({ started_at: T0 + 1 })}
    steps={steps}
    waitedForApproval={({ id }) => id === rolled.id}
    prices={{ currency: 'USD', inputPerMillion: 1.1, outputPerMillion: 4.4 }}
  />
);

function Call({ stepId, ...props }: Omit<ToolCallProps, 'stepStatus'> & { stepId: string }) {
  return <ToolCall {...useStepRowProps(stepId)} data-step-id={stepId} stepStatus="completed" {...props} />;
}

/** The details of a run. A step and its row in the timeline highlight each other. */
export const Expanded: Story = {
  render: (args) => (
    <StepHighlightProvider>
      <RunSteps count={2}>
        <Call stepId="step_a" call={metrics} durationMs={3000} />
        <Call stepId="step_b" call={rolled} decision="approved" />
      </RunSteps>
      <RunSummary {...args} details={details} />
    </StepHighlightProvider>
  ),
  play: async ({ canvas, canvasElement }) => {
    const trigger = canvas.getByRole('button', { name: /14 s/ });
    await expect(trigger).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(trigger);
    await expect(trigger).toHaveAttribute('aria-expanded', 'true');
    const row = await canvas.findByRole('listitem', { name: 'Query metrics' });
    await expect(canvas.getByText('$0.0055')).toBeVisible();
    const step = canvasElement.querySelector('[data-slot="run-step"][data-step-id="step_a"]');
    await userEvent.hover(row);
    await waitFor(() => expect(step).toHaveAttribute('data-highlighted'));
    await userEvent.unhover(row);
    await userEvent.hover(trigger);
    await waitFor(() => expect(step).not.toHaveAttribute('data-highlighted'));
    canvas.getByRole('button', { name: /Roll back/ }).focus();
    const waited = canvas.getByRole('listitem', { name: 'Waiting for you' });
    await waitFor(() => expect(waited).toHaveAttribute('data-highlighted'));
  },
};
