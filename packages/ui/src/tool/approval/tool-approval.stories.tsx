import type { Meta, StoryObj } from '@storybook/react-vite';
import { ThreadkitError } from '@threadkit/core';
import { expect, fn, userEvent } from 'storybook/test';
import { onLine } from '../../../stories/decorators.tsx';
import { aWaitingCall } from '../../../stories/waiting-call.ts';

import { ApprovalPrompt } from './approval-prompt.tsx';

const meta: Meta<typeof ApprovalPrompt> = {
  title: 'Tool/Approval',
  component: ApprovalPrompt,
  decorators: [onLine],
  args: { now: 19_000 },
};
export default meta;

type Story = StoryObj<typeof ApprovalPrompt>;

const approve = fn();
const longArgs = {
  service: 'checkout-api',
  regions: ['eu-west-1', 'us-east-1', 'ap-southeast-2'],
  force: false,
  drain_seconds: 30,
  reason: 'Latency at the 95th percentile rose after the release and the on-call dashboard agrees with it.',
  options: { notify: true, channel: '#checkout-oncall' },
};

/** A tool without labels: the question is derived from its name, and its arguments are listed. */
export const SingleCall: Story = {
  args: { calls: [aWaitingCall({ name: 'restart_service', args: longArgs, approve })] },
  play: async ({ canvas }) => {
    approve.mockClear();
    await expect(canvas.getByRole('region', { name: 'Restart service?' })).toHaveFocus();
    await userEvent.tab();
    await expect(canvas.getByRole('button', { name: 'Approve' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(approve.mock.calls).toEqual([[undefined]]);
  },
};

/** Several calls of one step are one box. */
export const SeveralCalls: Story = {
  args: {
    calls: [
      aWaitingCall({
        id: 'a',
        name: 'roll_back',
        args: { service: 'checkout-api', release: '2026.11.18-1' },
      }),
      aWaitingCall({ id: 'b', name: 'post_status', args: { text: 'Investigating slow checkout' } }),
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Approve both' })).toBeVisible();
  },
};

/** The page was closed while the tool ran: its outcome is unknown. */
export const Interrupted: Story = {
  args: {
    calls: [
      aWaitingCall({ name: 'send_invoice', args: { to: 'ada@example.com' }, waitReason: 'interrupted' }),
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'May have already run: Send invoice' })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Edit' })).toBeNull();
  },
};

/** A tool of an MCP server. */
export const OfServer: Story = {
  args: {
    calls: [
      aWaitingCall({
        name: 'files__write_file',
        args: { path: 'notes/plan.md', content: 'Ship on Friday.' },
        executedBy: 'server',
      }),
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Files: write file?' })).toBeVisible();
  },
};

/** The server refused the edited arguments. */
export const Refused: Story = {
  args: {
    calls: [
      aWaitingCall({
        name: 'refund',
        args: { amount: 0, currency: 'dollars', note: 'Damaged' },
        executedBy: 'server',
        error: new ThreadkitError(
          'api',
          'The arguments do not fit the tool: arguments.currency must be one of "EUR", "USD".',
        ),
      }),
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^These arguments were not accepted\..*must be one of/)).toBeVisible();
  },
};

/** The reason of a refusal stays until the arguments are corrected. */
export const Corrected: Story = {
  args: Refused.args ?? {},
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Edit' }));
    const currency = await canvas.findByRole('textbox', { name: 'currency' });
    await expect(canvas.getByText(/^These arguments were not accepted/)).toBeVisible();
    await userEvent.clear(currency);
    await userEvent.type(currency, 'EUR');
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }));
    await expect(canvas.queryByText(/^These arguments were not accepted/)).toBeNull();
  },
};

/** The form edits strings, numbers and booleans; lists and objects stay unchanged. */
export const Editing: Story = {
  args: { calls: [aWaitingCall({ name: 'restart_service', args: longArgs })] },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Edit' }));
    await expect(await canvas.findByRole('textbox', { name: 'service' })).toHaveFocus();
    await expect(canvas.getByRole('spinbutton', { name: 'drain_seconds' })).toHaveValue(30);
    await expect(canvas.getByRole('checkbox', { name: 'force' })).not.toBeChecked();
    await expect(canvas.queryByRole('textbox', { name: 'regions' })).toBeNull();
  },
};

const reject = fn();

/** Declining takes one press; an optional reason is sent to the assistant. */
export const Declining: Story = {
  args: { calls: [aWaitingCall({ name: 'restart_service', args: longArgs, reject })] },
  play: async ({ canvas }) => {
    reject.mockClear();
    await userEvent.click(canvas.getByRole('button', { name: 'Decline with reason' }));
    const reason = await canvas.findByRole('textbox', { name: /^Reason/ });
    await expect(reason).toHaveFocus();
    await expect(canvas.getByText('checkout-api')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect(canvas.getByRole('button', { name: 'Decline with reason' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.type(canvas.getByRole('textbox', { name: /^Reason/ }), 'Not during the sale.');
    await expect(reject).not.toHaveBeenCalled();
  },
};
