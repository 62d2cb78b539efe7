import type { Meta, StoryObj } from '@storybook/react-vite';
import type { RunObject } from '@threadkit/core';
import { expect, fn, userEvent } from 'storybook/test';
import { PartsStage } from '../../stories/parts-fixture.tsx';
import { aRun } from '../../stories/wire-objects.ts';
import { RunOutcome } from './run-outcome.tsx';

const ended = (overrides: Partial<RunObject>): RunObject => aRun({ completed_at: null, ...overrides });
const failed = (code: NonNullable<RunObject['last_error']>['code']): RunObject =>
  ended({ status: 'failed', last_error: { code, message: `The provider said: ${code}.` } });

const outcomes: readonly { run: RunObject; wasPendingApproval?: boolean }[] = [
  { run: ended({ status: 'incomplete', incomplete_details: { reason: 'max_completion_tokens' } }) },
  { run: ended({ status: 'incomplete', incomplete_details: { reason: 'max_prompt_tokens' } }) },
  { run: ended({ status: 'incomplete', incomplete_details: { reason: 'content_filter' } }) },
  { run: ended({ status: 'incomplete', incomplete_details: null }) },
  { run: ended({ status: 'cancelled' }) },
  { run: ended({ status: 'expired' }) },
  { run: ended({ status: 'expired' }), wasPendingApproval: true },
  { run: failed('server_error') },
  { run: { ...failed('server_error'), metadata: { tk_failure: 'setup' } } },
  { run: { ...failed('server_error'), metadata: { tk_failure: 'provider' } } },
  { run: failed('rate_limit_exceeded') },
  { run: failed('invalid_prompt') },
];

const meta: Meta<typeof RunOutcome> = { title: 'Run/Outcome', component: RunOutcome };
export default meta;

const onAction = fn();

/** Each outcome is one line with at most one action. Only failures are red. */
export const All: StoryObj<typeof RunOutcome> = {
  render: () => (
    <PartsStage>
      {outcomes.map((outcome, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a fixed list
        <div key={index} data-slot="chat-run">
          <RunOutcome {...outcome} onAction={onAction} />
        </div>
      ))}
    </PartsStage>
  ),
  play: async ({ canvas }) => {
    onAction.mockClear();
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }));
    await expect(onAction.mock.calls).toEqual([['continue']]);
    await userEvent.click(canvas.getAllByRole('button', { name: 'Details' })[0] ?? document.body);
    await expect(canvas.getByText('The provider said: server_error.')).toBeVisible();
    await expect(canvas.getByText(/The model is not set up correctly\./)).toBeVisible();
    await expect(canvas.getByText(/The model’s provider is unavailable\./)).toBeVisible();
  },
};
