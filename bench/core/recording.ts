import type { SequencedEvent } from '@threadkit/core';
import { type RunSize, runEvents, toFrames } from './run-frames.ts';
import { toChunks, type Wire } from './wire.ts';

/** A run as bytes, and as parsed events. */
export interface Recording {
  chunks(): Iterable<Uint8Array>;
  /** Created on the first call. */
  events(): readonly SequencedEvent[];
  readonly eventCount: number;
  /** Characters of the response. */
  readonly length: number;
}

/** Creates the bytes of a run in advance, so that their creation is not measured. */
export function record(size: RunSize, { chunkChars }: Wire): Recording {
  const frames = [...toFrames(runEvents(size))];
  const chunks = [...toChunks(frames, chunkChars)];
  let events: readonly SequencedEvent[] | undefined;
  return {
    chunks: () => chunks,
    events: () => (events ??= Array.from(runEvents(size), (event, index) => ({ ...event, seq: index + 1 }))),
    // All events except `done`.
    eventCount: frames.length - 1,
    length: size.messageDeltas * 4,
  };
}
