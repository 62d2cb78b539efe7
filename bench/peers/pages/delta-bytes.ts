import type { Answer } from '../../ui/pages/candidate.ts';

export interface Protocol {
  /** What comes before the text. */
  readonly beginning: string;
  /** A piece of the text. */
  deltaOf(value: string): string;
}

const encoder = new TextEncoder();

/** A body whose bytes come when the answer's pieces are pushed; they are made beforehand. It stays open. */
export function createDeltaBytes(
  deltas: readonly string[],
  { beginning, deltaOf }: Protocol,
): { body: ReadableStream<Uint8Array>; answer: Answer } {
  const begun = encoder.encode(beginning);
  const frames = deltas.map((delta) => encoder.encode(deltaOf(delta)));
  let enqueue = (_bytes: Uint8Array): void => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      enqueue = (bytes) => controller.enqueue(bytes);
      enqueue(begun);
    },
  });
  const answer: Answer = {
    push(index) {
      const frame = frames[index];
      if (frame) enqueue(frame);
    },
    add: (text) => enqueue(encoder.encode(deltaOf(text))),
  };
  return { body, answer };
}

/** One event of a stream whose events have no names. */
export const dataFrame = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;
