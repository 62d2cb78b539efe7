import fc from 'fast-check';
import type { WireChunk } from './encode-response.ts';

export interface Wire {
  readonly lineEnd: string;
  readonly comments: boolean;
  readonly isDone: boolean;
  readonly endsBlank: boolean;
}

export const wires: fc.Arbitrary<Wire> = fc.record({
  lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
  comments: fc.boolean(),
  isDone: fc.boolean(),
  endsBlank: fc.boolean(),
});

export interface Encoded {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For each chunk, the number of bytes after which its data is complete. */
  readonly wholeAt: readonly number[];
}

const encoder = new TextEncoder();

/** Chunks as the bytes of an event stream. */
export function toBytes(chunks: readonly WireChunk[], wire: Wire): Encoded {
  const { lineEnd } = wire;
  const wholeAt: number[] = [];
  let text = wire.comments ? `: hello${lineEnd}${lineEnd}` : '';
  for (const [index, { json }] of chunks.entries()) {
    if (wire.comments && index % 2 === 1) text += `event: ping${lineEnd}data: 2026-11-28${lineEnd}${lineEnd}`;
    text += `data: ${json}`;
    wholeAt.push(encoder.encode(text).byteLength);
    if (wire.endsBlank || index < chunks.length - 1) text += lineEnd + lineEnd;
  }
  if (wire.isDone && wire.endsBlank) text += `data: [DONE]${lineEnd}${lineEnd}data: {"choices":"behind"}`;
  return { bytes: encoder.encode(text), wholeAt };
}

/** How a body arrives: in pieces of these sizes, repeated, and whether the connection is interrupted. */
export interface Arrival {
  readonly sizes: readonly number[];
  readonly breaks: boolean;
}

export const arrivals = (breaks: fc.Arbitrary<boolean>): fc.Arbitrary<Arrival> =>
  fc.record({ sizes: fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 3 }), breaks });

export function toBody(
  bytes: Uint8Array<ArrayBuffer>,
  { sizes, breaks }: Arrival,
): ReadableStream<Uint8Array> {
  let at = 0;
  let piece = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) {
        if (breaks) controller.error(new TypeError('terminated'));
        else controller.close();
        return;
      }
      const size = sizes[piece % sizes.length] ?? 1;
      piece += 1;
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}
