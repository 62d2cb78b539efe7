import type { ReactNode } from 'react';
import * as Composer from '../src/composer/index.ts';
import * as Message from '../src/message/index.ts';
import { RunOutcome } from '../src/run/run-outcome.tsx';
import { RunSteps } from '../src/run/run-steps.tsx';
import { RunSummary } from '../src/run/run-summary.tsx';
import * as Thread from '../src/thread/index.ts';
import { ApprovalPrompt } from '../src/tool/approval/approval-prompt.tsx';
import { ToolCall } from '../src/tool/tool-call.tsx';
import { aWaitingCall } from './waiting-call.ts';
import { aFunctionCall, aMessage, aRun } from './wire-objects.ts';

const response =
  'The change **came** at 14:06.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```ts\nlet it = 1;\n```';
const noop = (): void => undefined;

/** A short conversation with one of each part, for tests of the stylesheet. */
export function SamplePage(): ReactNode {
  return (
    <Thread.Root style={{ height: 700 }}>
      <Thread.Viewport>
        <Message.Root role="user">
          <Message.Content message={aMessage('user', 'What changed?')} />
        </Message.Root>
        <div data-slot="chat-run">
          <RunSteps count={1}>
            <ToolCall
              call={aFunctionCall('query_metrics', { service: 'checkout-api' }, { points: 72 })}
              stepStatus="completed"
              durationMs={1800}
            />
          </RunSteps>
          <Message.Root role="assistant">
            <Message.Content message={aMessage('assistant', response)} />
          </Message.Root>
          <RunSummary run={aRun()} stepCount={1} getText={() => response} onRegenerate={noop} />
        </div>
        <div data-slot="chat-run">
          <RunOutcome run={aRun({ status: 'cancelled', completed_at: null })} onAction={noop} />
          <ApprovalPrompt
            now={0}
            calls={[
              aWaitingCall({ name: 'roll_back', args: { service: 'checkout-api', release: '2026.11' } }),
            ]}
          />
        </div>
      </Thread.Viewport>
      <Thread.Dock>
        <Composer.Root isBusy onSend={noop}>
          <Composer.Box>
            <Composer.Input />
            <Composer.Send />
          </Composer.Box>
          <Composer.Hint />
        </Composer.Root>
      </Thread.Dock>
    </Thread.Root>
  );
}
