import type { Answer } from '../../ui/pages/candidate.ts';

export interface Protocol {
  /** What comes before the text, for each piece of it, and after it. */
  readonly beginning: string;
  deltaOf(value: string): string;
  endingOf(text: string): string;
}

const encoder = new TextEncoder();

/** A body whose bytes come when the answer's pieces are pushed; all of them are made beforehand. */
export function createDeltaBytes(
  deltas: readonly string[],
  { beginning, deltaOf, endingOf }: Protocol,
): { body: ReadableStream<Uint8Array>; answer: Answer } {
  const frames = deltas.map((delta) => encoder.encode(deltaOf(delta)));
  let pushed = 0;
  let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      sink = controller;
      controller.enqueue(encoder.encode(beginning));
    },
  });
  const answer: Answer = {
    push(index) {
      pushed = index + 1;
      const frame = frames[index];
      if (frame) sink?.enqueue(frame);
    },
    end() {
      sink?.enqueue(encoder.encode(endingOf(deltas.slice(0, pushed).join(''))));
      sink?.close();
    },
  };
  return { body, answer };
}

/** One event of a stream whose events have no names. */
export const dataFrame = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;
