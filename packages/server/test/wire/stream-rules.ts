import { isDeepStrictEqual } from 'node:util';
import type { MessageObject, RunObject, RunStepObject, StreamEvent } from '@threadkit/core/api';
import { CallsAccumulator, MessageAccumulator } from './accumulate.ts';

const ENDS = new Set(
  ['completed', 'incomplete', 'failed', 'cancelled', 'expired'].map((end) => `thread.run.${end}`),
);

/** The start of a stream: a run from its creation, one that continues after tool outputs, or the rest of one. */
export type StreamStart = 'creation' | 'continuation' | 'middle';

/**
 * Checks the order that clients rely on: created and in_progress in equal pairs, one open step, messages within their
 * step, a final run event, and deltas that add up to the final object.
 */
export class StreamRules {
  readonly #start: StreamStart;
  readonly #report: (problem: string) => void;
  readonly #names: string[] = [];
  #step: { readonly object: RunStepObject; readonly calls: CallsAccumulator } | undefined;
  #message: { readonly object: MessageObject; readonly accumulated: MessageAccumulator } | undefined;
  readonly #steps = new Set<string>();
  readonly #ended = new Set<string>();
  #created: RunObject | undefined;
  #hasEnded = false;

  constructor(start: StreamStart, report: (problem: string) => void) {
    this.#start = start;
    this.#report = report;
  }

  event(event: StreamEvent): void {
    if (this.#hasEnded) this.#report(`${event.event} after the terminal event`);
    this.#names.push(event.event);
    if (event.event === 'error') {
      this.#hasEnded = true;
      return;
    }
    if (!('object' in event.data)) return;
    switch (event.data.object) {
      case 'thread':
        if (this.#names.length > 1) this.#report('thread.created is not the first event');
        return;
      case 'thread.run':
        this.#run(event.event, event.data);
        return;
      case 'thread.run.step':
        this.#stepEvent(event.event, event.data);
        return;
      case 'thread.run.step.delta': {
        const { id, delta } = event.data;
        if (this.#step?.object.id !== id) this.#report(`a delta of ${id}, which is not the open step`);
        if (delta.step_details?.type !== 'tool_calls') return;
        for (const call of delta.step_details.tool_calls ?? []) this.#step?.calls.add(call);
        return;
      }
      case 'thread.message':
        this.#messageEvent(event.event, event.data);
        return;
      case 'thread.message.delta': {
        const { id, delta } = event.data;
        if (this.#message?.object.id !== id) this.#report(`a delta of ${id}, which is not the open message`);
        for (const part of delta.content ?? []) this.#message?.accumulated.add(part);
      }
    }
  }

  /** `done` was read. */
  done(): void {
    const last = this.#names.at(-1);
    if (!this.#hasEnded) this.#report(`done after ${last ?? 'nothing'}`);
    if (last === 'error') this.#report('done after an error');
    const first = this.#names.filter((name) => name !== 'thread.created').slice(0, 2);
    const expected = {
      creation: ['thread.run.created', 'thread.run.queued'],
      continuation: ['thread.run.step.completed', 'thread.run.queued'],
      middle: first,
    }[this.#start];
    if (!isDeepStrictEqual(first, expected)) this.#report(`began with ${first.join(', ')}`);
  }

  #run(name: string, run: RunObject): void {
    const status = name.slice('thread.run.'.length);
    if (status === 'created') this.#created = run;
    if (run.status !== (status === 'created' ? 'queued' : status)) {
      this.#report(`${name} has a run with status ${run.status}`);
    }
    const repeats = status === 'queued' && this.#created && this.#names.at(-2) === 'thread.run.created';
    if (repeats && !isDeepStrictEqual(run, this.#created)) this.#report('created and queued differ');
    const ends = ENDS.has(name);
    if (ends && (this.#step || this.#message)) this.#report(`${name} with work left open`);
    if (status === 'requires_action') this.#checkCalls(run);
    // A replay continues after the pause.
    this.#hasEnded = ends || (status === 'requires_action' && this.#start !== 'middle');
  }

  #checkCalls(run: RunObject): void {
    if (!this.#step) return;
    const asked = run.required_action?.submit_tool_outputs.tool_calls;
    if (!isDeepStrictEqual(asked, this.#step.calls.calls())) {
      this.#report('the calls of requires_action are not those that were streamed');
    }
  }

  #stepEvent(name: string, step: RunStepObject): void {
    const kind = name.slice('thread.run.step.'.length);
    if (kind === 'created') {
      if (this.#step) this.#report(`${step.id} begins while ${this.#step.object.id} is open`);
      if (this.#steps.has(step.id)) this.#report(`${step.id} begins twice`);
      this.#steps.add(step.id);
      this.#step = { object: step, calls: new CallsAccumulator() };
      return;
    }
    const unknown = !this.#step && !this.#steps.has(step.id) && this.#start !== 'creation';
    if (!unknown && this.#step?.object.id !== step.id)
      this.#report(`${name} of ${step.id}, which is not open`);
    if (kind === 'in_progress') {
      if (!isDeepStrictEqual(this.#step?.object, step)) this.#report('step created and in_progress differ');
      return;
    }
    if (this.#message) this.#report(`${name} while its message is open`);
    if (this.#ended.has(step.id)) this.#report(`${step.id} ends twice`);
    this.#ended.add(step.id);
    if (step.status !== kind) this.#report(`${name} has a step with status ${step.status}`);
    const { step_details: details } = step;
    if (this.#step && details.type === 'tool_calls' && kind === 'completed') {
      const final = details.tool_calls.map((call) =>
        call.type === 'function'
          ? { ...call, function: { name: call.function.name, arguments: call.function.arguments } }
          : call,
      );
      if (!isDeepStrictEqual(withoutSearches(final), withoutSearches(this.#step.calls.calls()))) {
        this.#report(`the deltas of ${step.id} differ from the completed step`);
      }
    }
    this.#step = undefined;
  }

  #messageEvent(name: string, message: MessageObject): void {
    const kind = name.slice('thread.message.'.length);
    if (kind === 'created') {
      if (this.#message) this.#report(`${message.id} begins while ${this.#message.object.id} is open`);
      const details = this.#step?.object.step_details;
      if (details?.type !== 'message_creation' || details.message_creation.message_id !== message.id) {
        this.#report(`${message.id} begins outside of its step`);
      }
      if (message.content.length > 0) this.#report('a message is created with content');
      this.#message = { object: message, accumulated: new MessageAccumulator() };
      return;
    }
    if (kind === 'in_progress') {
      if (!isDeepStrictEqual(this.#message?.object, message))
        this.#report('message created and in_progress differ');
      return;
    }
    if (message.status !== kind) this.#report(`${name} has a message with status ${message.status}`);
    if (!this.#message) {
      if (this.#start !== 'middle') this.#report(`${name} of ${message.id}, which is not open`);
      return;
    }
    if (this.#message.object.id !== message.id) this.#report(`${name} of ${message.id}, which is not open`);
    if (!isDeepStrictEqual(message.content, this.#message.accumulated.content())) {
      this.#report(`the deltas of ${message.id} differ from the completed message`);
    }
    this.#message = undefined;
  }
}

/** Search results are replaced by each delta, and their content depends on `include[]`. */
function withoutSearches(calls: readonly unknown[]): unknown[] {
  return calls.map((call) => ({ ...(call as object), file_search: undefined }));
}
