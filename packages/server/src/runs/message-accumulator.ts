import type {
  Annotation,
  AnnotationDelta,
  MessageContentPart,
  MessageObject,
  MessagePartDelta,
  StreamEvent,
} from '@threadkit/core/api';
import { EngineError } from '../engines/engine-error.ts';

/** Accumulates a message's content parts and the deltas not yet taken. */
export class MessageAccumulator {
  #message: MessageObject;
  readonly #parts: MessageContentPart[] = [];
  #deltas: MessagePartDelta[] = [];

  constructor(message: MessageObject) {
    this.#message = message;
  }

  /** As of the last {@link takeDeltas}. */
  get message(): MessageObject {
    return this.#message;
  }

  add(type: 'text' | 'refusal', index: number, text: string): void {
    const part = this.#parts[index];
    if (part === undefined) {
      if (index !== this.#parts.length) throw gap('content part', index);
      this.#begin(type, index, text);
    } else if (part.type === 'text' && type === 'text') {
      this.#parts[index] = { ...part, text: { ...part.text, value: part.text.value + text } };
      const last = this.#lastDelta(index);
      if (last?.type === 'text') last.text = { ...last.text, value: (last.text?.value ?? '') + text };
      else this.#deltas.push({ index, type: 'text', text: { value: text } });
    } else if (part.type === 'refusal' && type === 'refusal') {
      this.#parts[index] = { ...part, refusal: part.refusal + text };
      const last = this.#lastDelta(index);
      if (last?.type === 'refusal') last.refusal = (last.refusal ?? '') + text;
      else this.#deltas.push({ index, type: 'refusal', refusal: text });
    } else {
      throw new EngineError('server_error', `The engine changed the kind of content part ${index}.`);
    }
  }

  addImage(index: number, fileId: string): void {
    if (index !== this.#parts.length) throw gap('content part', index);
    this.#parts.push({ type: 'image_file', image_file: { file_id: fileId, detail: 'auto' } });
    this.#deltas.push({ index, type: 'image_file', image_file: { file_id: fileId } });
  }

  annotate(index: number, annotation: Annotation): void {
    const part = this.#parts[index];
    if (part?.type !== 'text') throw gap('text part', index);
    const { annotations } = part.text;
    const delta: AnnotationDelta = { index: annotations.length, ...annotation };
    this.#parts[index] = { ...part, text: { ...part.text, annotations: [...annotations, annotation] } };
    const last = this.#lastDelta(index);
    // Merged into the delta with the marked text, if that one is still pending.
    if (last?.type === 'text') {
      last.text = { ...last.text, annotations: [...(last.text?.annotations ?? []), delta] };
    } else {
      this.#deltas.push({ index, type: 'text', text: { annotations: [delta] } });
    }
  }

  /** The events since the last call. Updates {@link message}. */
  takeDeltas(): StreamEvent[] {
    if (this.#deltas.length === 0) return [];
    this.#message = { ...this.#message, content: this.#parts.slice() };
    const { id } = this.#message;
    const events = this.#deltas.map(
      (part): StreamEvent => ({
        event: 'thread.message.delta',
        data: { id, object: 'thread.message.delta', delta: { content: [part] } },
      }),
    );
    this.#deltas = [];
    return events;
  }

  #begin(type: 'text' | 'refusal', index: number, text: string): void {
    if (type === 'text') {
      this.#parts.push({ type, text: { value: text, annotations: [] } });
      this.#deltas.push({ index, type, text: { value: text, annotations: [] } });
    } else {
      this.#parts.push({ type, refusal: text });
      this.#deltas.push({ index, type, refusal: text });
    }
  }

  /** The last delta if it belongs to this part: consecutive pieces of a part are merged into one event. */
  #lastDelta(index: number): MessagePartDelta | undefined {
    const last = this.#deltas.at(-1);
    return last?.index === index ? last : undefined;
  }
}

export function gap(what: string, index: number): EngineError {
  return new EngineError('server_error', `The engine continued ${what} ${index}, which it never began.`);
}
