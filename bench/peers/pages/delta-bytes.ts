import type { StreamedResponse } from '../../ui/pages/candidate.ts';

export interface Protocol {
  /** Frames before the text. */
  readonly opening: string;
  /** Frame of one text delta. */
  deltaFrame(value: string): string;
}

const encoder = new TextEncoder();

/** Creates a response body that emits a frame when a delta is pushed. Frames are encoded in advance; it never closes. */
export function createDeltaBytes(
  deltas: readonly string[],
  { opening, deltaFrame }: Protocol,
): { body: ReadableStream<Uint8Array>; response: StreamedResponse } {
  const openingBytes = encoder.encode(opening);
  const frames = deltas.map((delta) => encoder.encode(deltaFrame(delta)));
  let enqueue = (_bytes: Uint8Array): void => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      enqueue = (bytes) => controller.enqueue(bytes);
      enqueue(openingBytes);
    },
  });
  const response: StreamedResponse = {
    push(index) {
      const frame = frames[index];
      if (frame) enqueue(frame);
    },
    append: (text) => enqueue(encoder.encode(deltaFrame(text))),
  };
  return { body, response };
}

/** One SSE frame without an event name. */
export const dataFrame = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;
