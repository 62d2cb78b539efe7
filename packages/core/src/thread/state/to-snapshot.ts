import type { FunctionToolCall, MessageObject, RunObject, RunStepObject } from '../../api/index.ts';
import { isTerminal } from '../../api/run-status.ts';
import { parseJson } from '../../parse-json.ts';
import { isMessageClosed } from '../../run/is-closed.ts';
import type { RunState } from '../../run/run-state.ts';
import { parsePartialJson } from '../../tools/partial-json.ts';
import type { ClosedReason, ToolCallState } from '../../tools/tool-call.ts';
import { parseToolOutput } from '../../tools/tool-output.ts';
import type { ThreadActions, ThreadSnapshot, TimelineMessage } from '../types.ts';
import type { CallRecord } from './call-record.ts';
import type { ThreadState } from './thread-state.ts';

type CallActions = Pick<ThreadActions, 'approve' | 'reject' | 'addToolOutput'>;

/**
 * Makes the public snapshot of a state. Parts that did not change keep their reference, so that a subscriber of one message
 * or call is not called for another.
 */
export function createSnapshotter(actions: CallActions): (state: ThreadState) => ThreadSnapshot {
  let last: { state: ThreadState; snapshot: ThreadSnapshot } | undefined;
  const toLocalMessages = createLocalMessagesMemo();
  const toCalls = createCallsMemo(actions);

  return (state) => {
    if (last?.state === state) return last.snapshot;
    const { current } = state;
    const snapshot: ThreadSnapshot = {
      threadId: state.threadId,
      status: state.isSending ? 'sending' : (current.run?.status ?? 'idle'),
      run: current.run,
      localMessages: toLocalMessages(state),
      steps: current.steps,
      toolCalls: toCalls(current, state.calls),
      queue: state.queue,
      connection: state.connection,
      error: state.error,
    };
    last = { state, snapshot };
    return snapshot;
  };
}

function phaseOf(message: MessageObject): 'live' | 'stored' {
  return isMessageClosed(message) ? 'stored' : 'live';
}

/** Remembers only the last messages: garbage collection of a weak map of all messages costs more than filling it. */
function createLocalMessagesMemo() {
  let last: readonly TimelineMessage[] = [];

  function toTimelineMessage(
    index: number,
    message: MessageObject,
    key: string,
    phase: TimelineMessage['phase'],
  ): TimelineMessage {
    const isKnown = (known: TimelineMessage): boolean => known.message === message && known.phase === phase;
    const before = last[index];
    const known = before && isKnown(before) ? before : last.find(isKnown);
    return (
      known ?? { key, id: message.id || undefined, role: message.role, phase, message, runId: message.run_id }
    );
  }

  return ({ entries, current }: ThreadState): readonly TimelineMessage[] => {
    const messages: TimelineMessage[] = [];
    const add = (message: MessageObject, key: string, phase: TimelineMessage['phase']): void => {
      messages.push(toTimelineMessage(messages.length, message, key, phase));
    };
    for (const entry of entries) {
      if (entry.kind === 'sent') add(entry.message, entry.key, entry.phase);
      else {
        const run = entry.kind === 'current' ? current : entry.state;
        for (const message of run.messages) add(message, message.id, phaseOf(message));
      }
    }
    if (!isSameList(last, messages)) last = messages;
    return last;
  };
}

function createCallsMemo(actions: CallActions) {
  let last: { current: RunState; records: ThreadState['calls']; calls: readonly ToolCallState[] } | undefined;
  const views = new WeakMap<
    FunctionToolCall,
    { record: CallRecord | undefined; status: string; view: ToolCallState }
  >();

  function viewOf(
    run: RunObject,
    step: RunStepObject,
    call: FunctionToolCall,
    record: CallRecord | undefined,
  ): ToolCallState {
    const known = views.get(call);
    if (known && known.record === record && known.status === run.status) return known.view;
    const view = toToolCall(run, step, call, record, actions);
    views.set(call, { record, status: run.status, view });
    return view;
  }

  return (current: RunState, records: ThreadState['calls']): readonly ToolCallState[] => {
    const { run, steps } = current;
    if (last && last.current.steps === steps && last.current.run === run && last.records === records) {
      return last.calls;
    }
    const calls = run
      ? steps.flatMap((step) =>
          functionCalls(step).map((call) => viewOf(run, step, call, records.get(call.id))),
        )
      : [];
    const kept = last && isSameList(last.calls, calls) ? last.calls : calls;
    last = { current, records, calls: kept };
    return kept;
  };
}

function isSameList<T>(before: readonly T[], after: readonly T[]): boolean {
  return before.length === after.length && before.every((item, index) => item === after[index]);
}

function functionCalls({ step_details: details }: RunStepObject): readonly FunctionToolCall[] {
  if (details.type !== 'tool_calls') return [];
  return details.tool_calls.filter((call) => call.type === 'function');
}

/** The state of one call. The record of this page wins over the wire until the call has ended there. */
export function toToolCall(
  run: RunObject,
  step: RunStepObject,
  call: FunctionToolCall,
  record: CallRecord | undefined,
  actions: CallActions,
): ToolCallState {
  const { name, arguments: rawArguments, output } = call.function;
  const base = {
    id: call.id,
    name,
    runId: run.id,
    stepId: step.id,
    rawArguments,
    executedBy: call.executed_by,
  };
  const args = record?.input ?? parsePartialJson(call.edited_arguments ?? rawArguments) ?? {};
  if (output !== null) {
    const result = record?.state === 'submitted' && record.result ? record.result : parseToolOutput(output);
    return { ...base, state: 'submitted', args, result };
  }
  if (isTerminal(run) || step.status !== 'in_progress') {
    return { ...base, state: 'closed', args, reason: closedReason(run.status) };
  }
  if (!record) {
    // Complete arguments of a call that the page does not execute: it is being executed.
    const isRunning = call.executed_by !== undefined && parseJson(rawArguments) !== undefined;
    return { ...base, state: isRunning ? 'running' : 'streaming', args };
  }
  switch (record.state) {
    case 'waiting':
      return {
        ...base,
        state: 'waiting',
        waitReason: record.waitReason,
        args,
        error: record.error,
        expiresAt: record.expiresAt,
        approve: (edited) => actions.approve(call.id, edited),
        reject: (reason) => actions.reject(call.id, reason),
        addToolOutput: (value) => actions.addToolOutput(call.id, value),
      };
    case 'running':
      return { ...base, state: 'running', args };
    case 'settled':
    case 'submitted':
      // Approved, and executed by the server.
      if (!record.result) return { ...base, state: 'running', args };
      return { ...base, state: record.state, args, result: record.result };
    case 'closed':
      return { ...base, state: 'closed', args, reason: record.reason };
  }
}

/** Why the calls of an ended run were closed. */
export function closedReason(status: RunObject['status']): ClosedReason {
  return status === 'expired' || status === 'cancelled' ? status : 'failed';
}
