import type { Meta, StoryObj } from '@storybook/react-vite';
import type { StepToolCall } from '@threadkit/core';
import { INTERRUPTED_TEXT } from '@threadkit/core/tools';
import { expect, userEvent, within } from 'storybook/test';
import { onLine } from '../../stories/decorators.tsx';
import { aFunctionCall } from '../../stories/wire-objects.ts';
import { RunStatusLabel } from '../run/run-status.tsx';
import { RunSteps } from '../run/run-steps.tsx';

import { ToolCall } from './tool-call.tsx';

const meta: Meta<typeof ToolCall> = { title: 'Tool/Call', component: ToolCall, decorators: [onLine] };
export default meta;

type Story = StoryObj<typeof ToolCall>;

const metrics = aFunctionCall(
  'query_metrics',
  { service: 'checkout-api', metric: 'latency.p95' },
  { points: 72 },
);

const unknown = {
  id: 'call_web',
  type: 'bing_grounding',
  bing_grounding: { requesturl: 'https://example.com/search?q=oslo' },
} as unknown as StepToolCall;

/** A call of an unknown type is labeled by its type, and expands to its content. */
export const UnknownType: Story = {
  args: { call: unknown, stepStatus: 'completed' },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: /bing grounding/i }));
    await expect(await canvas.findByText(/example\.com\/search/)).toBeVisible();
  },
};

/** Every progress of a call, each with an icon and a text. */
export const States: Story = {
  render: () => (
    <RunSteps count={6}>
      <ToolCall call={metrics} stepStatus="completed" durationMs={1800} />
      <ToolCall
        call={aFunctionCall('post_status', { channel: '#checkout' }, { error: 'The channel is archived.' })}
        stepStatus="completed"
        durationMs={400}
      />
      <ToolCall call={aFunctionCall('notify_team', { team: 'on-call' }, null)} stepStatus="cancelled" />
      <ToolCall call={aFunctionCall('book_room', { room: 'Turing' }, null)} stepStatus="expired" />
      <ToolCall
        call={aFunctionCall('roll_dice', { sides: 20 }, null)}
        stepStatus="in_progress"
        live={{
          id: 'call_roll_dice',
          name: 'roll_dice',
          runId: 'run_1',
          stepId: 'step_1',
          rawArguments: '{"sides":20}',
          state: 'waiting',
          waitReason: 'unregistered',
          args: { sides: 20 },
          expiresAt: 0,
          approve: () => undefined,
          reject: () => undefined,
          addToolOutput: () => undefined,
        }}
      />
      <ToolCall
        call={{
          id: 'call_py',
          type: 'code_interpreter',
          code_interpreter: { input: 'print(1)', outputs: [] },
        }}
        stepStatus="in_progress"
        durationMs={2000}
      />
    </RunSteps>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: /Query metrics/ })).toBeVisible();
    await expect(canvas.getByRole('button', { name: /Post status.*failed/ })).toBeVisible();
    await expect(canvas.getByRole('button', { name: /Running Python.*2 s/ })).toBeVisible();
  },
};

/** An expanded call shows its arguments and output as key-value lists. */
export const Expanded: Story = {
  args: { call: metrics, stepStatus: 'completed', durationMs: 1800 },
  play: async ({ canvas }) => {
    const row = canvas.getByRole('button', { name: /Query metrics/ });
    await expect(row).toHaveAttribute('aria-expanded', 'false');
    row.focus();
    await userEvent.keyboard('{Enter}');
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    const given = await canvas.findByRole('group', { name: 'Arguments' });
    await expect(within(given).getByText('checkout-api')).toBeVisible();
    await expect(within(canvas.getByRole('group', { name: 'Output' })).getByText('72')).toBeVisible();
  },
};

const onServer = (name: string, args: object, output: unknown): StepToolCall =>
  aFunctionCall(name, args, output, 'server');

/** Calls of tools of the server and of the provider look like those of the page, in every progress. */
export const ExecutedElsewhere: Story = {
  render: () => (
    <RunSteps count={7}>
      <ToolCall
        call={onServer('files__read_text_file', { path: 'notes/plan.md' }, 'Ship on Friday.')}
        stepStatus="completed"
        durationMs={400}
      />
      <ToolCall
        call={aFunctionCall('web_search', { query: 'checkout latency' }, 'Three results.', 'provider')}
        stepStatus="completed"
        durationMs={1200}
      />
      <ToolCall
        call={onServer('files__search_files', { pattern: '*.md' }, null)}
        stepStatus="in_progress"
        durationMs={2000}
      />
      <ToolCall
        call={onServer('files__move_file', { from: 'a.md' }, { error: 'There is no file a.md.' })}
        stepStatus="completed"
      />
      <ToolCall
        call={onServer('files__write_file', { path: 'plan.md' }, { error: 'The user declined this call.' })}
        stepStatus="completed"
      />
      <ToolCall
        call={onServer('send_invoice', { to: 'ada@example.com' }, { error: INTERRUPTED_TEXT })}
        stepStatus="completed"
      />
      <ToolCall call={onServer('files__delete_file', { path: 'b.md' }, null)} stepStatus="expired" />
    </RunSteps>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: /^Files: read text file/ })).toBeVisible();
    await expect(canvas.getByRole('button', { name: /^Files: write file.*declined by you/ })).toBeVisible();
    await expect(canvas.getByRole('button', { name: /^Send invoice.*interrupted/ })).toBeVisible();
    await expect(canvas.getByRole('button', { name: /^Files: delete file.*timed out/ })).toBeVisible();
  },
};

/** The details say who executes a call that is not the page's. */
export const ExecutedByServer: Story = {
  args: {
    defaultOpen: true,
    call: onServer('files__read_text_file', { path: 'notes/plan.md' }, 'Ship on Friday.'),
    stepStatus: 'completed',
    durationMs: 400,
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Runs on the server')).toBeVisible();
  },
};

/** A tool that the model’s provider hosts. */
export const ExecutedByProvider: Story = {
  args: {
    defaultOpen: true,
    call: aFunctionCall('web_search', { query: 'checkout latency' }, 'Three results.', 'provider'),
    stepStatus: 'completed',
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Runs at the model’s provider')).toBeVisible();
  },
};

/** Logs are collapsed after twelve lines. */
export const LongOutput: Story = {
  args: {
    defaultOpen: true,
    stepStatus: 'completed',
    call: aFunctionCall(
      'read_log',
      {},
      Array.from({ length: 48 }, (_, index) => `14:06:${String(index).padStart(2, '0')} GET /cart 200`).join(
        '\n',
      ),
    ),
  },
  play: async ({ canvas }) => {
    await expect(canvas.queryByText(/14:06:47/)).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Show all 48 lines' }));
    await expect(canvas.getByText(/14:06:47/)).toBeVisible();
  },
};

/** More than four rows collapse into one when the response is complete. */
export const ManyRows: Story = {
  render: () => (
    <>
      <RunSteps count={6} isDone durationMs={14_000}>
        {Array.from({ length: 6 }, (_, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a fixed list
          <ToolCall key={index} call={metrics} stepStatus="completed" />
        ))}
      </RunSteps>
      <RunStatusLabel status="in_progress" elapsedMs={2000} />
    </>
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Worked for 14 s, 6 steps' }));
    await expect(canvas.getAllByRole('button', { name: /Query metrics/ })).toHaveLength(6);
  },
};
