import type {
  Annotation,
  AnnotationDelta,
  MessageContentPart,
  MessageObject,
  MessagePartDelta,
  StreamEvent,
} from '@threadkit/core/api';
import { EngineInterfaceError } from '../engine-interface-error.ts';

/** Accumulates a message's content parts and the deltas not yet taken. */
export interface MessageAccumulator {
  /** The message as of the last {@link takeDeltas}. */
  readonly message: MessageObject;
  add(type: 'text' | 'refusal', index: number, text: string): void;
  addImage(index: number, fileId: string): void;
  annotate(index: number, annotation: Annotation): void;
  /** The events since the last call. Updates {@link message}. */
  takeDeltas(): StreamEvent[];
}

export function createMessageAccumulator(emptyMessage: MessageObject): MessageAccumulator {
  let message = emptyMessage;
  const parts: MessageContentPart[] = [];
  let deltas: MessagePartDelta[] = [];

  /** The last delta if it belongs to this part: consecutive pieces of a part are merged into one event. */
  function lastDelta(index: number): MessagePartDelta | undefined {
    const last = deltas.at(-1);
    return last?.index === index ? last : undefined;
  }

  function begin(type: 'text' | 'refusal', index: number, text: string): void {
    if (type === 'text') {
      parts.push({ type, text: { value: text, annotations: [] } });
      deltas.push({ index, type, text: { value: text, annotations: [] } });
    } else {
      parts.push({ type, refusal: text });
      deltas.push({ index, type, refusal: text });
    }
  }

  return {
    get message() {
      return message;
    },

    add(type, index, text) {
      const part = parts[index];
      if (part === undefined) {
        if (index !== parts.length) throw gap('content part', index);
        begin(type, index, text);
      } else if (part.type === 'text' && type === 'text') {
        parts[index] = { ...part, text: { ...part.text, value: part.text.value + text } };
        const last = lastDelta(index);
        if (last?.type === 'text') last.text = { ...last.text, value: (last.text?.value ?? '') + text };
        else deltas.push({ index, type: 'text', text: { value: text } });
      } else if (part.type === 'refusal' && type === 'refusal') {
        parts[index] = { ...part, refusal: part.refusal + text };
        const last = lastDelta(index);
        if (last?.type === 'refusal') last.refusal = (last.refusal ?? '') + text;
        else deltas.push({ index, type: 'refusal', refusal: text });
      } else {
        throw new EngineInterfaceError(`It changed the kind of content part ${index}.`);
      }
    },

    addImage(index, fileId) {
      if (index !== parts.length) throw gap('content part', index);
      const part = { type: 'image_file', image_file: { file_id: fileId, detail: 'auto' } } as const;
      parts.push(part);
      deltas.push({ index, ...part });
    },

    annotate(index, annotation) {
      const part = parts[index];
      if (part?.type !== 'text') throw gap('text part', index);
      const { annotations } = part.text;
      const delta: AnnotationDelta = { index: annotations.length, ...annotation };
      parts[index] = { ...part, text: { ...part.text, annotations: [...annotations, annotation] } };
      const last = lastDelta(index);
      // Merged into the delta with the marked text, if that one is still pending.
      if (last?.type === 'text') {
        last.text = { ...last.text, annotations: [...(last.text?.annotations ?? []), delta] };
      } else {
        deltas.push({ index, type: 'text', text: { annotations: [delta] } });
      }
    },

    takeDeltas() {
      if (deltas.length === 0) return [];
      message = { ...message, content: parts.slice() };
      const { id } = message;
      const events = deltas.map(
        (part): StreamEvent => ({
          event: 'thread.message.delta',
          data: { id, object: 'thread.message.delta', delta: { content: [part] } },
        }),
      );
      deltas = [];
      return events;
    },
  };
}

export function gap(what: string, index: number): EngineInterfaceError {
  return new EngineInterfaceError(`It continued ${what} ${index}, which it never began.`);
}
