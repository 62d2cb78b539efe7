import type {
  AnnotationDelta,
  FunctionToolCall,
  MessageContentPart,
  MessageObject,
  MessagePartDelta,
  RequiredFunctionToolCall,
  RunObject,
  RunStepObject,
  RunUsage,
  StepToolCallDelta,
  StreamEvent,
} from '@threadkit/core/api';
import type { EngineEvent } from '../engines/engine.ts';
import { EngineError } from '../engines/engine-error.ts';
import type { NewId } from '../new-id.ts';
import type { ClosedWork, OpenWork } from './close-open-work.ts';
import { completeMessage, cutMessage, newAnswer } from './new-message.ts';
import { endStep, newStep } from './new-step.ts';

type Finish = Extract<EngineEvent, { type: 'finish' }>;

/**
 * Turns one turn's engine events into wire events and objects. It holds the open step and message and the
 * pieces not yet stored; it does nothing itself, so that whoever drives it decides when a piece is written.
 */
export class TurnRecorder {
  readonly #run: RunObject;
  readonly #newId: NewId;
  readonly #now: () => number;
  #message: MessageObject | undefined;
  #messageStep: RunStepObject | undefined;
  #toolStep: RunStepObject | undefined;
  #parts: MessageContentPart[] = [];
  #calls: FunctionToolCall[] = [];
  #partDeltas: MessagePartDelta[] = [];
  #callDeltas: StepToolCallDelta[] = [];
  #out: ClosedWork = { events: [], messages: [], steps: [] };
  #pendingChars = 0;
  /** White space before the first word: models write some before tool calls, and it makes no message. */
  #leadingSpace = '';
  /** Called with each answer this turn begins, before it is stored. */
  readonly #onAnswer: (message: MessageObject) => readonly MessageObject[];

  /** `now` in Unix seconds. `onAnswer` may name further messages to store along with a new one. */
  constructor(
    run: RunObject,
    tools: {
      newId: NewId;
      now: () => number;
      onAnswer?: (message: MessageObject) => readonly MessageObject[];
    },
  ) {
    this.#run = run;
    this.#newId = tools.newId;
    this.#now = tools.now;
    this.#onAnswer = tools.onAnswer ?? (() => []);
  }

  /** Characters recorded since the last {@link take}. */
  get pendingChars(): number {
    return this.#pendingChars;
  }

  get open(): OpenWork {
    return { step: this.#toolStep ?? this.#messageStep, message: this.#messageStep && this.#message };
  }

  get calls(): readonly RequiredFunctionToolCall[] {
    return this.#calls.map(({ id, function: { name, arguments: text } }) => ({
      id,
      type: 'function',
      function: { name, arguments: text },
    }));
  }

  record(event: Exclude<EngineEvent, Finish>): void {
    switch (event.type) {
      case 'text':
      case 'refusal':
        if (event.text !== '') this.#addText(event.type, event.part, this.#leadingSpace + event.text);
        return;
      case 'annotation':
        this.#addAnnotation(event.part, event.annotation);
        return;
      case 'tool-call':
        this.#addCall(event.index, event.name, event.arguments);
    }
  }

  /** What has been recorded and not been taken yet: deltas merged, objects as they stand. */
  take(): ClosedWork {
    this.#flushDeltas();
    const taken = this.#out;
    this.#out = { events: [], messages: [], steps: [] };
    this.#pendingChars = 0;
    return taken;
  }

  /** Ends the turn's work. A step that waits for tool outputs stays open; its usage is told when they come. */
  finish({ reason, usage }: Finish): void {
    if (this.#calls.length > 0 && (reason === 'tool-calls' || reason === 'stop')) return;
    const at = this.#now();
    if (this.#toolStep) {
      this.#flushDeltas();
      // Cut off while it wrote its calls: they are not whole, and nobody may run them.
      this.#emitStep(endStep(this.#toolStep, { to: 'cancelled' }, at, usage));
      this.#toolStep = undefined;
      return;
    }
    const cut =
      reason === 'length' ? 'max_tokens' : reason === 'content-filter' ? 'content_filter' : undefined;
    this.#closeMessage(usage, cut);
  }

  #addText(type: 'text' | 'refusal', index: number, text: string): void {
    // Some models add stray text behind their calls; the wire has no place for it within the turn.
    if (this.#toolStep) return;
    if (!this.#messageStep && text.trim() === '') {
      this.#leadingSpace = text;
      return;
    }
    this.#leadingSpace = '';
    this.#openMessage();
    this.#pendingChars += text.length;
    const part = this.#parts[index];
    if (part === undefined) {
      if (index !== this.#parts.length) throw gap('content part', index);
      this.#parts.push(
        type === 'text'
          ? { type: 'text', text: { value: text, annotations: [] } }
          : { type: 'refusal', refusal: text },
      );
      this.#partDeltas.push(
        type === 'text'
          ? { index, type: 'text', text: { value: text, annotations: [] } }
          : { index, type: 'refusal', refusal: text },
      );
      return;
    }
    const last = this.#partDeltas.at(-1);
    if (part.type === 'text' && type === 'text') {
      this.#parts[index] = { ...part, text: { ...part.text, value: part.text.value + text } };
      if (last?.type === 'text' && last.index === index) {
        last.text = { ...last.text, value: (last.text?.value ?? '') + text };
      } else this.#partDeltas.push({ index, type: 'text', text: { value: text } });
    } else if (part.type === 'refusal' && type === 'refusal') {
      this.#parts[index] = { ...part, refusal: part.refusal + text };
      if (last?.type === 'refusal' && last.index === index) last.refusal = (last.refusal ?? '') + text;
      else this.#partDeltas.push({ index, type: 'refusal', refusal: text });
    } else {
      throw new EngineError('server_error', `The engine changed the kind of content part ${index}.`);
    }
  }

  #addAnnotation(
    index: number,
    annotation: Extract<EngineEvent, { type: 'annotation' }>['annotation'],
  ): void {
    const part = this.#parts[index];
    if (part?.type !== 'text') throw gap('text part', index);
    const delta: AnnotationDelta = { index: part.text.annotations.length, ...annotation };
    this.#parts[index] = {
      ...part,
      text: { ...part.text, annotations: [...part.text.annotations, annotation] },
    };
    const last = this.#partDeltas.at(-1);
    // In the delta that carries its marker, where that one is still here.
    if (last?.type === 'text' && last.index === index) {
      last.text = { ...last.text, annotations: [...(last.text?.annotations ?? []), delta] };
    } else this.#partDeltas.push({ index, type: 'text', text: { annotations: [delta] } });
  }

  #addCall(index: number, name: string | undefined, text: string): void {
    if (this.#messageStep) this.#closeMessage(null, undefined);
    this.#pendingChars += text.length;
    if (!this.#toolStep) {
      this.#toolStep = newStep(
        this.#run,
        this.#newId('step'),
        { type: 'tool_calls', tool_calls: [] },
        this.#now(),
      );
      this.#beginStep(this.#toolStep);
    }
    const call = this.#calls[index];
    if (call) {
      this.#calls[index] = {
        ...call,
        function: { ...call.function, arguments: call.function.arguments + text },
      };
      const last = this.#callDeltas.at(-1);
      if (last?.type === 'function' && last.index === index) {
        last.function = { ...last.function, arguments: (last.function?.arguments ?? '') + text };
      } else if (text !== '') {
        this.#callDeltas.push({ index, type: 'function', function: { arguments: text } });
      }
      return;
    }
    if (index !== this.#calls.length || name === undefined) throw gap('tool call', index);
    // Ids are ours: providers repeat theirs from turn to turn.
    const id = this.#newId('call');
    this.#calls.push({ id, type: 'function', function: { name, arguments: text, output: null } });
    this.#callDeltas.push({ index, id, type: 'function', function: { name, arguments: '', output: null } });
    if (text !== '') this.#callDeltas.push({ index, type: 'function', function: { arguments: text } });
  }

  #openMessage(): void {
    if (this.#messageStep) return;
    const at = this.#now();
    const message = newAnswer(this.#run, this.#newId('msg'), at);
    this.#message = message;
    this.#parts = [];
    this.#messageStep = newStep(
      this.#run,
      this.#newId('step'),
      { type: 'message_creation', message_creation: { message_id: message.id } },
      at,
    );
    this.#beginStep(this.#messageStep);
    this.#out.messages.push(message, ...this.#onAnswer(message));
    this.#out.events.push(
      { event: 'thread.message.created', data: message },
      { event: 'thread.message.in_progress', data: message },
    );
  }

  #closeMessage(usage: RunUsage | null, cut: 'max_tokens' | 'content_filter' | undefined): void {
    this.#flushDeltas();
    if (!this.#message || !this.#messageStep) return;
    const at = this.#now();
    const message = cut ? cutMessage(this.#message, cut, at) : completeMessage(this.#message, at);
    this.#out.messages.push(message);
    this.#out.events.push({
      event: cut ? 'thread.message.incomplete' : 'thread.message.completed',
      data: message,
    });
    this.#emitStep(endStep(this.#messageStep, { to: 'completed' }, at, usage));
    this.#messageStep = undefined;
    this.#message = undefined;
  }

  #beginStep(step: RunStepObject): void {
    this.#out.steps.push(step);
    this.#out.events.push(
      { event: 'thread.run.step.created', data: step },
      { event: 'thread.run.step.in_progress', data: step },
    );
  }

  #emitStep(step: RunStepObject): void {
    this.#out.steps.push(step);
    if (step.status !== 'in_progress') {
      this.#out.events.push({ event: `thread.run.step.${step.status}`, data: step });
    }
  }

  #flushDeltas(): void {
    if (this.#message && this.#partDeltas.length > 0) {
      this.#message = { ...this.#message, content: this.#parts.slice() };
      this.#out.messages.push(this.#message);
      for (const part of this.#partDeltas) this.#out.events.push(messageDelta(this.#message.id, part));
      this.#partDeltas = [];
    }
    if (this.#toolStep && this.#callDeltas.length > 0) {
      this.#toolStep = {
        ...this.#toolStep,
        step_details: { type: 'tool_calls', tool_calls: this.#calls.slice() },
      };
      this.#out.steps.push(this.#toolStep);
      for (const call of this.#callDeltas) this.#out.events.push(stepDelta(this.#toolStep.id, call));
      this.#callDeltas = [];
    }
  }
}

function messageDelta(id: string, part: MessagePartDelta): StreamEvent {
  return {
    event: 'thread.message.delta',
    data: { id, object: 'thread.message.delta', delta: { content: [part] } },
  };
}

function stepDelta(id: string, call: StepToolCallDelta): StreamEvent {
  return {
    event: 'thread.run.step.delta',
    data: {
      id,
      object: 'thread.run.step.delta',
      delta: { step_details: { type: 'tool_calls', tool_calls: [call] } },
    },
  };
}

function gap(what: string, index: number): EngineError {
  return new EngineError('server_error', `The engine continued ${what} ${index}, which it never began.`);
}
