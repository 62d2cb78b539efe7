import { isDeepStrictEqual } from 'node:util';
import type { MessageObject, RunObject, RunStepObject, StreamEvent } from '@threadkit/core/api';
import {
  type CallsAccumulator,
  createCallsAccumulator,
  createMessageAccumulator,
  type MessageAccumulator,
} from './accumulate.ts';

const ENDS = new Set(
  ['completed', 'incomplete', 'failed', 'cancelled', 'expired'].map((end) => `thread.run.${end}`),
);

/** The start of a stream: a run from its creation, one that continues after tool outputs, or the rest of one. */
export type StreamStart = 'creation' | 'continuation' | 'middle';

/**
 * Checks the order that clients rely on: created and in_progress in equal pairs, one open step, messages within their
 * step, a final run event, and deltas that add up to the final object.
 */
export interface StreamRules {
  addEvent(event: StreamEvent): void;
  /** Checks the stream as a whole, once `done` was read. */
  end(): void;
}

export function createStreamRules(start: StreamStart, report: (problem: string) => void): StreamRules {
  const names: string[] = [];
  let openStep: { readonly object: RunStepObject; readonly calls: CallsAccumulator } | undefined;
  let openMessage: { readonly object: MessageObject; readonly accumulated: MessageAccumulator } | undefined;
  const stepIds = new Set<string>();
  const endedIds = new Set<string>();
  let createdRun: RunObject | undefined;
  let hasEnded = false;

  function addEvent(event: StreamEvent): void {
    if (hasEnded) report(`${event.event} after the terminal event`);
    names.push(event.event);
    if (event.event === 'error') {
      hasEnded = true;
      return;
    }
    if (!('object' in event.data)) return;
    switch (event.data.object) {
      case 'thread':
        if (names.length > 1) report('thread.created is not the first event');
        return;
      case 'thread.run':
        checkRun(event.event, event.data);
        return;
      case 'thread.run.step':
        checkStep(event.event, event.data);
        return;
      case 'thread.run.step.delta': {
        const { id, delta } = event.data;
        if (openStep?.object.id !== id) report(`a delta of ${id}, which is not the open step`);
        if (delta.step_details?.type !== 'tool_calls') return;
        for (const call of delta.step_details.tool_calls ?? []) openStep?.calls.add(call);
        return;
      }
      case 'thread.message':
        checkMessage(event.event, event.data);
        return;
      case 'thread.message.delta': {
        const { id, delta } = event.data;
        if (openMessage?.object.id !== id) report(`a delta of ${id}, which is not the open message`);
        for (const part of delta.content ?? []) openMessage?.accumulated.add(part);
      }
    }
  }

  function end(): void {
    const last = names.at(-1);
    if (!hasEnded) report(`done after ${last ?? 'nothing'}`);
    if (last === 'error') report('done after an error');
    const first = names.filter((name) => name !== 'thread.created').slice(0, 2);
    const expected = {
      creation: ['thread.run.created', 'thread.run.queued'],
      continuation: ['thread.run.step.completed', 'thread.run.queued'],
      middle: first,
    }[start];
    if (!isDeepStrictEqual(first, expected)) report(`began with ${first.join(', ')}`);
  }

  function checkRun(name: string, run: RunObject): void {
    const status = name.slice('thread.run.'.length);
    if (status === 'created') createdRun = run;
    if (run.status !== (status === 'created' ? 'queued' : status)) {
      report(`${name} has a run with status ${run.status}`);
    }
    const repeats = status === 'queued' && createdRun && names.at(-2) === 'thread.run.created';
    if (repeats && !isDeepStrictEqual(run, createdRun)) report('created and queued differ');
    const ends = ENDS.has(name);
    if (ends && (openStep || openMessage)) report(`${name} with work left open`);
    if (status === 'requires_action') checkCalls(run);
    // A replay continues after the pause.
    hasEnded = ends || (status === 'requires_action' && start !== 'middle');
  }

  function checkCalls(run: RunObject): void {
    if (!openStep) return;
    const required = run.required_action?.submit_tool_outputs.tool_calls;
    if (!isDeepStrictEqual(required, openStep.calls.calls())) {
      report('the calls of requires_action are not those that were streamed');
    }
  }

  function checkStep(name: string, step: RunStepObject): void {
    const kind = name.slice('thread.run.step.'.length);
    if (kind === 'created') {
      if (openStep) report(`${step.id} begins while ${openStep.object.id} is open`);
      if (stepIds.has(step.id)) report(`${step.id} begins twice`);
      stepIds.add(step.id);
      openStep = { object: step, calls: createCallsAccumulator() };
      return;
    }
    const unknown = !openStep && !stepIds.has(step.id) && start !== 'creation';
    if (!unknown && openStep?.object.id !== step.id) report(`${name} of ${step.id}, which is not open`);
    if (kind === 'in_progress') {
      if (!isDeepStrictEqual(openStep?.object, step)) report('step created and in_progress differ');
      return;
    }
    if (openMessage) report(`${name} while its message is open`);
    if (endedIds.has(step.id)) report(`${step.id} ends twice`);
    endedIds.add(step.id);
    if (step.status !== kind) report(`${name} has a step with status ${step.status}`);
    const { step_details: details } = step;
    if (openStep && details.type === 'tool_calls' && kind === 'completed') {
      const final = details.tool_calls.map((call) =>
        call.type === 'function'
          ? { ...call, function: { name: call.function.name, arguments: call.function.arguments } }
          : call,
      );
      if (!isDeepStrictEqual(withoutSearches(final), withoutSearches(openStep.calls.calls()))) {
        report(`the deltas of ${step.id} differ from the completed step`);
      }
    }
    openStep = undefined;
  }

  function checkMessage(name: string, message: MessageObject): void {
    const kind = name.slice('thread.message.'.length);
    if (kind === 'created') {
      if (openMessage) report(`${message.id} begins while ${openMessage.object.id} is open`);
      const details = openStep?.object.step_details;
      if (details?.type !== 'message_creation' || details.message_creation.message_id !== message.id) {
        report(`${message.id} begins outside of its step`);
      }
      if (message.content.length > 0) report('a message is created with content');
      openMessage = { object: message, accumulated: createMessageAccumulator() };
      return;
    }
    if (kind === 'in_progress') {
      if (!isDeepStrictEqual(openMessage?.object, message)) report('message created and in_progress differ');
      return;
    }
    if (message.status !== kind) report(`${name} has a message with status ${message.status}`);
    if (!openMessage) {
      if (start !== 'middle') report(`${name} of ${message.id}, which is not open`);
      return;
    }
    if (openMessage.object.id !== message.id) report(`${name} of ${message.id}, which is not open`);
    if (!isDeepStrictEqual(message.content, openMessage.accumulated.content())) {
      report(`the deltas of ${message.id} differ from the completed message`);
    }
    openMessage = undefined;
  }

  return { addEvent, end };
}

/** Search results are replaced by each delta, and their content depends on `include[]`. */
function withoutSearches(calls: readonly unknown[]): unknown[] {
  return calls.map((call) => ({ ...(call as object), file_search: undefined }));
}
