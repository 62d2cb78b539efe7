import type { EngineEvent } from '../engines/engine.ts';
import { EngineError } from '../engines/engine-error.ts';

/** Maximum characters of one model call: text, refusals, arguments of calls and output of hosted tools together. */
export const DEFAULT_RESPONSE_CHARS = 2_000_000;

/** Counts the characters of one model call and fails it above the limit. */
export interface ResponseLimit {
  /** The event, with its text cut to the remaining characters; undefined when nothing of it fits. */
  take<E extends EngineEvent>(event: E): E | undefined;
  /** @throws {@link EngineError} The limit was exceeded. */
  check(): void;
}

export function createResponseLimit(max: number): ResponseLimit {
  let total = 0;
  return {
    take(event) {
      const chars = lengthOf(event);
      const room = max - total;
      total += chars;
      if (chars <= room) return event;
      if ((event.type !== 'text' && event.type !== 'refusal') || room <= 0) return undefined;
      return { ...event, text: event.text.slice(0, room) };
    },

    check() {
      if (total <= max) return;
      throw new EngineError(
        'server_error',
        `The response was cut off: it is longer than ${max} characters, the limit of this server.`,
        {
          failure: 'provider',
          forOperator: `The model's response is longer than ${max} characters. To allow longer responses, raise limits.responseChars of createServer.`,
        },
      );
    },
  };
}

function lengthOf(event: EngineEvent): number {
  switch (event.type) {
    case 'text':
    case 'refusal':
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
