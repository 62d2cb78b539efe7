import type { EngineEvent } from '../engines/engine.ts';

/** Counts the characters of one model call: text, refusals, reasoning, arguments of calls and output of hosted tools together. */
export interface ResponseLimit {
  /** Whether the model wrote more than the limit. */
  readonly isExceeded: boolean;
  /** The event, with its text cut to the remaining characters; undefined when nothing of it fits. */
  take<E extends EngineEvent>(event: E): E | undefined;
}

export function createResponseLimit(max: number): ResponseLimit {
  let total = 0;
  return {
    get isExceeded() {
      return total > max;
    },

    take(event) {
      const chars = lengthOf(event);
      const room = max - total;
      total += chars;
      if (chars <= room) return event;
      if ((event.type !== 'text' && event.type !== 'refusal') || room <= 0) return undefined;
      return { ...event, text: event.text.slice(0, room) };
    },
  };
}

function lengthOf(event: EngineEvent): number {
  switch (event.type) {
    case 'text':
    case 'refusal':
    case 'reasoning':
      return event.text.length;
    case 'tool-call':
      return event.arguments.length + (event.name?.length ?? 0);
    case 'hosted-call':
      return JSON.stringify(event.call).length;
    case 'annotation':
      return event.annotation.text.length;
    default:
      return 0;
  }
}
