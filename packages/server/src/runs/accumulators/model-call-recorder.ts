import type {
  Annotation,
  MessageObject,
  RequiredFunctionToolCall,
  RunCompletionUsage,
  RunObject,
  RunStepObject,
} from '@threadkit/core/api';
import type { EngineEvent, HostedCallPiece } from '../../engines/engine.ts';
import type { EnginePrivate } from '../../shared/engine-private.ts';
import type { NewId } from '../../shared/new-id.ts';
import type { StepPrivate } from '../../storage/storage.ts';
import { createReferenceScanner, type ReferenceScanner, type References } from '../built-in/references.ts';
import type { ModelCallEnd } from '../end-of-model-call.ts';
import { EngineInterfaceError } from '../engine-interface-error.ts';
import { completeMessage, cutMessage, newAssistantMessage } from '../new-message.ts';
import { endStep, newStep } from '../new-step.ts';
import type { ClosedWork, OpenWork } from '../open-work.ts';
import {
  createReasoningAccumulator,
  type ReasoningAccumulator,
  type ReasoningMode,
  withoutReasoning,
} from '../reasoning.ts';
import {
  type CallExecutor,
  createFunctionCallAccumulator,
  type FunctionCallAccumulator,
} from './function-call-accumulator.ts';
import { createHostedCallAccumulator, type HostedCallAccumulator } from './hosted-call-accumulator.ts';
import { createMessageAccumulator, gap, type MessageAccumulator } from './message-accumulator.ts';

type Finish = Extract<EngineEvent, { type: 'finish' }>;

export interface RecorderTools {
  /** The name of the engine. */
  readonly engine: string;
  readonly newId: NewId;
  /** Unix seconds. */
  readonly now: () => number;
  /** Called with each new message; may return further messages to store with it. */
  readonly onMessage?: (message: MessageObject) => readonly MessageObject[];
  /** See `reasoning` of the server's options. @defaultValue 'omit' */
  readonly reasoning?: ReasoningMode | undefined;
  /** Who executes the calls of a function. @defaultValue the client */
  readonly executorOf?: (name: string) => CallExecutor;
  /** What the response can refer to. @defaultValue nothing */
  readonly references?: References | undefined;
  /** Ids of images that the first message shows before its text. @defaultValue none */
  readonly images?: readonly string[] | undefined;
}

/**
 * Converts the engine events of one model call into wire events and objects. Keeps the open step and message and the
 * deltas not yet stored. Performs no I/O: the caller decides when to store.
 */
export class ModelCallRecorder {
  readonly #run: RunObject;
  readonly #tools: RecorderTools;
  /** Those that no message shows yet. */
  readonly #images: string[];
  #message: { readonly accumulator: MessageAccumulator; readonly step: RunStepObject } | undefined;
  #calls: FunctionCallAccumulator | undefined;
  #hosted: HostedCallAccumulator | undefined;
  #reasoning: ReasoningAccumulator | undefined;
  #out: ClosedWork = { events: [], messages: [], steps: [] };
  #pendingChars = 0;
  #isEmpty = true;
  /** White space before the first word. Models emit some before tool calls; it must not create a message. */
  #leadingSpace = '';
  #privateOfModelCall: EnginePrivate | undefined;
  readonly #privateCalls = new Map<number, EnginePrivate>();
  /** The part of the message that is the engine's first: others come before it. */
  #firstPart = 0;
  /** By text part of the message. */
  readonly #scanners = new Map<number, ReferenceScanner>();

  constructor(run: RunObject, tools: RecorderTools) {
    this.#run = run;
    this.#tools = tools;
    this.#images = [...(tools.images ?? [])];
  }

  /** The name of the engine. */
  get engine(): string {
    return this.#tools.engine;
  }

  /** Characters recorded since the last {@link take}. */
  get pendingChars(): number {
    return this.#pendingChars;
  }

  /** Whether nothing of a response was recorded, reasoning included. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  get open(): OpenWork {
    return {
      step: this.#calls?.step ?? this.#hosted?.step ?? this.#message?.step ?? this.#reasoning?.step,
      message: this.#message?.accumulator.message,
    };
  }

  get calls(): readonly RequiredFunctionToolCall[] {
    return this.#calls?.required ?? [];
  }

  /** The step of the calls, once there is one. */
  get callStep(): RunStepObject | undefined {
    return this.#calls?.step;
  }

  /** Private data that the engine needs back with the pending calls. */
  get privates(): readonly StepPrivate[] {
    const calls = this.calls.flatMap(({ id }, index) => {
      const value = this.#privateCalls.get(index);
      return value ? [[id, value] as const] : [];
    });
    if (!this.#calls || (this.#privateOfModelCall === undefined && calls.length === 0)) return [];
    return [
      {
        stepId: this.#calls.step.id,
        engine: this.#tools.engine,
        model: this.#run.model,
        ...(this.#privateOfModelCall && { turn: this.#privateOfModelCall }),
        ...(calls.length > 0 && { calls: Object.fromEntries(calls) }),
      },
    ];
  }

  record(event: Exclude<EngineEvent, Finish>): void {
    if (event.type !== 'warning') this.#isEmpty = false;
    switch (event.type) {
      case 'text':
      case 'refusal':
        this.#addText(event.type, event.part, event.text);
        return;
      case 'reasoning':
        this.#addReasoning(event.text);
        return;
      case 'warning':
        return;
      case 'image-file':
        this.#addImage(event.part, event.fileId);
        return;
      case 'annotation':
        this.#annotate(event.part, event.annotation);
        return;
      case 'hosted-call':
        this.#addHosted(event.index, event.call);
        return;
      case 'private':
        if (event.call === undefined) this.#privateOfModelCall = event.value;
        else this.#privateCalls.set(event.call, event.value);
        return;
      case 'tool-call':
        this.#addCall(event.index, event.name, event.arguments);
    }
  }

  /**
   * Everything recorded since the last call: merged deltas, and the objects that began or ended, as of now. An object in
   * progress that was returned before is not returned again; its deltas are among the events.
   */
  take(): ClosedWork {
    this.#flush();
    const taken = this.#out;
    this.#out = { events: [], messages: [], steps: [] };
    this.#pendingChars = 0;
    return taken;
  }

  /** Closes the work of the model call. A step with pending tool calls stays open; its usage is set when outputs arrive. */
  finish({ reason, usage }: ModelCallEnd): void {
    this.#endReasoning();
    if (this.#hosted) {
      this.#endHosted(reason === 'length' || reason === 'content-filter' ? 'cancelled' : 'completed', usage);
      return;
    }
    if (!this.#calls) {
      const cut = { length: 'max_tokens', 'content-filter': 'content_filter' } as const;
      this.#endMessage(usage, reason === 'length' || reason === 'content-filter' ? cut[reason] : undefined);
      return;
    }
    const isComplete = reason === 'tool-calls' || reason === 'stop';
    if (isComplete) this.#calls.end();
    this.#flush();
    if (isComplete) {
      this.#out.steps.push(this.#calls.step);
      return;
    }
    // Cut off within its calls: their arguments are incomplete and must not be executed.
    const step = endStep(this.#calls.step, { to: 'cancelled' }, this.#tools.now(), usage);
    this.#out.steps.push(step);
    this.#out.events.push({ event: 'thread.run.step.cancelled', data: step });
    this.#calls = undefined;
  }

  #addText(type: 'text' | 'refusal', index: number, given: string): void {
    // Some models emit stray text after their calls; the wire has no place for it.
    if (given === '' || this.#calls) return;
    const text = this.#leadingSpace + given;
    if (!this.#message && text.trim() === '') {
      this.#leadingSpace = text;
      return;
    }
    this.#leadingSpace = '';
    const accumulator = this.#messageAccumulator();
    const part = index + this.#firstPart;
    accumulator.add(type, part, text);
    this.#pendingChars += text.length;
    if (type === 'text') this.#refer(accumulator, part, text);
  }

  /** Annotates what the text refers to. */
  #refer(accumulator: MessageAccumulator, part: number, text: string): void {
    const scanner = this.#scanners.get(part) ?? createReferenceScanner(this.#tools.references);
    if (!scanner) return;
    this.#scanners.set(part, scanner);
    for (const annotation of scanner.add(text)) accumulator.annotate(part, annotation);
  }

  #addImage(index: number, fileId: string): void {
    if (this.#calls) return;
    this.#messageAccumulator().addImage(index + this.#firstPart, fileId);
    this.#pendingChars += fileId.length;
  }

  #annotate(index: number, annotation: Annotation): void {
    if (!this.#message) throw gap('text part', index);
    this.#message.accumulator.annotate(index + this.#firstPart, annotation);
    this.#pendingChars += annotation.text.length;
  }

  /** Before the text of the response, or between hosted calls. Within a message it has no place, and is left out. */
  #addReasoning(text: string): void {
    const { reasoning = 'omit', newId, now } = this.#tools;
    if (reasoning === 'omit' || this.#calls || this.#message) return;
    if (!this.#reasoning) {
      if (text.trim() === '') return;
      if (this.#hosted) this.#endHosted('completed', null);
      const step = newStep(
        this.#run,
        newId('step_reasoning'),
        { type: 'reasoning', reasoning: { text: '' } },
        now(),
      );
      this.#announce(step);
      this.#reasoning = createReasoningAccumulator(step);
    }
    this.#reasoning.add(text);
    this.#pendingChars += text.length;
  }

  /** Its event has the text; the stored step has it only when the server keeps it. */
  #endReasoning(): void {
    if (!this.#reasoning) return;
    this.#flush();
    const step = endStep(this.#reasoning.step, { to: 'completed' }, this.#tools.now());
    this.#out.steps.push(this.#tools.reasoning === 'keep' ? step : withoutReasoning(step));
    this.#out.events.push({ event: 'thread.run.step.completed', data: step });
    this.#reasoning = undefined;
  }

  /** Text after hosted calls means that these are done: closes their step. */
  #messageAccumulator(): MessageAccumulator {
    this.#endReasoning();
    if (this.#hosted) this.#endHosted('completed', null);
    this.#message ??= this.#beginMessage();
    return this.#message.accumulator;
  }

  #addHosted(index: number, piece: HostedCallPiece): void {
    if (this.#calls) {
      throw new EngineInterfaceError('It reported a hosted call after function calls.');
    }
    this.#leadingSpace = '';
    this.#endReasoning();
    if (this.#message) this.#endMessage(null, undefined);
    this.#hosted ??= createHostedCallAccumulator(
      this.#beginStep({ type: 'tool_calls', tool_calls: [] }),
      index,
    );
    this.#hosted.add(index, piece, () => this.#tools.newId('call'));
    this.#pendingChars += JSON.stringify(piece).length;
  }

  #endHosted(to: 'completed' | 'cancelled', usage: RunCompletionUsage | null): void {
    this.#flush();
    if (!this.#hosted) return;
    const step = endStep(this.#hosted.step, { to }, this.#tools.now(), usage);
    this.#out.steps.push(step);
    this.#out.events.push({ event: `thread.run.step.${to}`, data: step });
    this.#hosted = undefined;
  }

  #addCall(index: number, name: string | undefined, text: string): void {
    // Not every model respects these settings. Dropped calls are requested again in the next model call.
    if (this.#run.tool_choice === 'none' || (index > 0 && this.#run.parallel_tool_calls === false)) return;
    this.#endReasoning();
    if (this.#message) this.#endMessage(null, undefined);
    if (this.#hosted) this.#endHosted('completed', null);
    if (!this.#calls) {
      const details = { type: 'tool_calls' as const, tool_calls: [] };
      this.#calls = createFunctionCallAccumulator(
        this.#beginStep(details),
        this.#tools.executorOf ?? (() => 'client'),
      );
    }
    this.#calls.add(index, name, text, () => this.#tools.newId('call'));
    this.#pendingChars += text.length + (name?.length ?? 0);
  }

  #beginMessage(): { accumulator: MessageAccumulator; step: RunStepObject } {
    const { newId, now, onMessage } = this.#tools;
    const message = newAssistantMessage(this.#run, newId('msg'), now());
    const step = this.#beginStep({
      type: 'message_creation',
      message_creation: { message_id: message.id },
    });
    this.#out.messages.push(message, ...(onMessage?.(message) ?? []));
    this.#out.events.push(
      { event: 'thread.message.created', data: message },
      { event: 'thread.message.in_progress', data: message },
    );
    const accumulator = createMessageAccumulator(message);
    for (const fileId of this.#images.splice(0)) {
      accumulator.addImage(this.#firstPart, fileId);
      this.#firstPart += 1;
    }
    return { accumulator, step };
  }

  #endMessage(usage: RunCompletionUsage | null, cut: 'max_tokens' | 'content_filter' | undefined): void {
    for (const [part, scanner] of this.#scanners) {
      for (const annotation of scanner.end()) this.#message?.accumulator.annotate(part, annotation);
    }
    this.#flush();
    if (!this.#message) return;
    const at = this.#tools.now();
    const written = this.#message.accumulator.message;
    const message = cut ? cutMessage(written, cut, at) : completeMessage(written, at);
    const step = endStep(this.#message.step, { to: 'completed' }, at, usage);
    this.#out.messages.push(message);
    this.#out.steps.push(step);
    this.#out.events.push(
      { event: cut ? 'thread.message.incomplete' : 'thread.message.completed', data: message },
      { event: 'thread.run.step.completed', data: step },
    );
    this.#message = undefined;
    this.#scanners.clear();
    this.#firstPart = 0;
  }

  #beginStep(details: RunStepObject['step_details']): RunStepObject {
    const step = newStep(this.#run, this.#tools.newId('step'), details, this.#tools.now());
    this.#announce(step);
    return step;
  }

  #announce(step: RunStepObject): void {
    this.#out.steps.push(step);
    this.#out.events.push(
      { event: 'thread.run.step.created', data: step },
      { event: 'thread.run.step.in_progress', data: step },
    );
  }

  /** Moves the pending deltas to the output. An object that begins in the same output already includes its deltas. */
  #flush(): void {
    const message = this.#message?.accumulator;
    this.#out.events.push(
      ...(message?.takeDeltas() ?? []),
      ...(this.#calls?.takeDeltas() ?? []),
      ...(this.#hosted?.takeDeltas() ?? []),
      ...(this.#reasoning?.takeDeltas() ?? []),
    );
    replaceById(this.#out.messages, message?.message);
    replaceById(this.#out.steps, this.#calls?.step ?? this.#hosted?.step ?? this.#reasoning?.step);
  }
}

function replaceById<R extends { readonly id: string }>(list: R[], object: R | undefined): void {
  const at = list.findIndex(({ id }) => id === object?.id);
  if (object && at !== -1) list[at] = object;
}
