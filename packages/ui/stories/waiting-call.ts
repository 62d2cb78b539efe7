import type { ThreadkitError, ToolCallState, WaitReason } from '@threadkit/core';
import type { WaitingCall } from '../src/tool/approval/describe-approval.ts';

export interface AWaitingCall {
  name: string;
  args: unknown;
  waitReason?: WaitReason;
  id?: string;
  expiresAt?: number;
  error?: ThreadkitError;
  executedBy?: ToolCallState['executedBy'];
  approve?: (edited?: unknown) => void;
  reject?: (reason?: string) => void;
}

/** A function call that waits for the user, for tests and stories. */
export function aWaitingCall(options: AWaitingCall): WaitingCall {
  return {
    id: options.id ?? 'call_1',
    name: options.name,
    runId: 'run_1',
    stepId: 'step_1',
    rawArguments: JSON.stringify(options.args),
    state: 'waiting',
    waitReason: options.waitReason ?? 'approval',
    args: options.args,
    error: options.error,
    executedBy: options.executedBy,
    expiresAt: options.expiresAt ?? 600_000,
    approve: options.approve ?? (() => undefined),
    reject: options.reject ?? (() => undefined),
    addToolOutput: () => undefined,
  };
}
