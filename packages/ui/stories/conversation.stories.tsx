import type { Meta, StoryObj } from '@storybook/react-vite';
import { defineTool } from '@threadkit/core';
import type { ReactNode } from 'react';
import { expect } from 'storybook/test';
import * as Composer from '../src/composer/index.ts';
import * as Message from '../src/message/index.ts';
import { RunOutcome } from '../src/run/run-outcome.tsx';
import { RunSteps } from '../src/run/run-steps.tsx';
import { RunSummary } from '../src/run/run-summary.tsx';
import * as Thread from '../src/thread/index.ts';
import { ApprovalPrompt } from '../src/tool/approval/approval-prompt.tsx';
import { ToolCall } from '../src/tool/tool-call.tsx';
import { toolView } from '../src/tool/tool-view.ts';
import { ToolViewsProvider } from '../src/tool/tool-views-context.tsx';
import { responseText } from './response-text.ts';
import { aWaitingCall } from './waiting-call.ts';
import { aFunctionCall, aMessage, aRun } from './wire-objects.ts';

const rollback = defineTool({
  name: 'rollback_release',
  parameters: {
    type: 'object',
    properties: { service: { type: 'string' }, release: { type: 'string' } },
    required: ['service', 'release'],
  },
});
const views = [
  toolView(rollback, {
    labels: {
      action: 'Roll back',
      question: ({ service, release }) => `Roll back ${service} to ${release}?`,
      keyValues: ({ release }) => [
        { label: 'release', value: release, previousValue: '2026.11.19-3' },
        { label: 'regions', value: 'eu-west-1, us-east-1' },
        { label: 'drain', value: '30 s' },
        { label: 'notify', value: '#checkout-oncall' },
      ],
    },
  }),
];

const noop = (): void => undefined;
const python =
  'df = load("latency.csv")\nstep = ruptures.Binseg(model="l2").fit(df.p95).predict(n_bkps=1)[0]\nprint("change point:", df.index[step])\nprint(df.groupby("cart_bucket").p95.describe())';
const logs =
  'change point: 2026-11-19 14:06:00\n             count   mean     max\n1-3          18402  241.0   612.0\n4-10          6119  702.0  1840.0\n11+           1377 2960.0  7214.0';

/** One conversation with every part, from fixed objects, for visual review. */
function Conversation(): ReactNode {
  return (
    <ToolViewsProvider views={views}>
      <Thread.Root data-stage="parts">
        <Thread.Viewport>
          <Message.Root role="user">
            <Message.Content
              message={aMessage('user', 'Checkout got slow on Thursday afternoon. What changed?')}
            />
          </Message.Root>
          <div data-slot="chat-run">
            <RunSteps count={3}>
              <ToolCall
                defaultOpen
                call={aFunctionCall(
                  'query_metrics',
                  {
                    service: 'checkout-api',
                    metric: 'latency.p95',
                    from: '2026-11-19T12:00Z',
                    to: '2026-11-19T18:00Z',
                  },
                  { points: 72, baseline_ms: 212, peak_ms: 1184, changed_at: '14:06' },
                )}
                stepStatus="completed"
                durationMs={1800}
              />
              <ToolCall
                defaultOpen
                call={{
                  id: 'call_py',
                  type: 'code_interpreter',
                  code_interpreter: { input: python, outputs: [{ type: 'logs', logs }] },
                }}
                stepStatus="completed"
                durationMs={4200}
              />
              <ToolCall
                call={{
                  id: 'call_fs',
                  type: 'file_search',
                  file_search: {
                    results: [{ file_id: 'file_1', file_name: 'pricing-rules release.md', score: 0.91 }],
                  },
                }}
                stepStatus="completed"
                durationMs={900}
              />
            </RunSteps>
            <Message.Root role="assistant">
              <Message.Content message={aMessage('assistant', responseText)} />
            </Message.Root>
            <RunSummary run={aRun()} stepCount={3} getText={() => responseText} onRegenerate={noop} />
          </div>
          <Message.Root role="user">
            <Message.Content message={aMessage('user', 'Write the incident summary for the status page.')} />
          </Message.Root>
          <div data-slot="chat-run">
            <RunOutcome
              onAction={noop}
              run={aRun({
                status: 'failed',
                completed_at: null,
                last_error: {
                  code: 'rate_limit_exceeded',
                  message: 'Rate limit reached for tokens per minute.',
                },
              })}
            />
          </div>
          <Message.Root role="user">
            <Message.Content message={aMessage('user', 'If the dashboard agrees, roll back.')} />
          </Message.Root>
          <div data-slot="chat-run">
            <Message.Root role="assistant">
              <Message.Content
                message={aMessage(
                  'assistant',
                  'It matches: the step at 14:06 is the same in both pictures. I can roll **checkout-api** back to the previous release.',
                )}
              />
            </Message.Root>
            <ApprovalPrompt
              now={19_000}
              calls={[
                aWaitingCall({
                  name: 'rollback_release',
                  args: { service: 'checkout-api', release: '2026.11.18-1' },
                }),
              ]}
            />
          </div>
        </Thread.Viewport>
        <Thread.Dock>
          <Composer.Root isBusy onSend={noop} onStop={noop}>
            <Composer.Box>
              <Composer.Input />
              <Composer.Send />
            </Composer.Box>
            <Composer.Hint />
          </Composer.Root>
        </Thread.Dock>
      </Thread.Root>
    </ToolViewsProvider>
  );
}

const meta: Meta<typeof Conversation> = {
  title: 'Overview/Conversation',
  component: Conversation,
  // Tool outputs are loaded on first use.
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Arguments')).toBeVisible();
    await expect(await canvas.findByText('Logs')).toBeVisible();
  },
};
export default meta;

type Story = StoryObj<typeof Conversation>;

export const WithEverything: Story = {};
export const Dark: Story = { globals: { theme: 'dark' } };
export const Compact: Story = { globals: { density: 'compact' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
