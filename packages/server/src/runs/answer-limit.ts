import type { EngineEvent } from '../engines/engine.ts';
import { EngineError } from '../engines/engine-error.ts';

/** What one turn may say: text, refusals, arguments of calls, and what hosted tools wrote, together. */
export const DEFAULT_ANSWER_CHARS = 2_000_000;

/** Counts what a turn says, and ends it where that is more than the server keeps. */
export class AnswerLimit {
  readonly #max: number;
  #chars = 0;

  constructor(max: number) {
    this.#max = max;
  }

  /** The event as far as there is room for it; undefined for an event of which nothing fits. */
  take<E extends EngineEvent>(event: E): E | undefined {
    const chars = lengthOf(event);
    const room = this.#max - this.#chars;
    this.#chars += chars;
    if (chars <= room) return event;
    if ((event.type !== 'text' && event.type !== 'refusal') || room <= 0) return undefined;
    return { ...event, text: event.text.slice(0, room) };
  }

  /** @throws {@link EngineError} Once more came than there is room for. */
  check(): void {
    if (this.#chars <= this.#max) return;
    throw new EngineError(
      'server_error',
      `The answer was cut off: it became longer than ${this.#max} characters, which is the most that this server keeps of one.`,
      {
        failure: 'provider',
        forOperator: `The model's answer became longer than ${this.#max} characters. If answers may be that long, raise limits.answerChars of createServer.`,
      },
    );
  }
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
