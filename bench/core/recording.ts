import type { SequencedEvent } from '@threadkit/core';
import { type RunSize, runEvents, toFrames } from './run-frames.ts';
import { toChunks, type Wire } from './wire.ts';

/** A run as bytes, and as events that were read already. */
export interface Recording {
  chunks(): Iterable<Uint8Array>;
  /** Made when they are first asked for. */
  events(): readonly SequencedEvent[];
  readonly eventCount: number;
  /** How many characters the answer has. */
  readonly length: number;
}

/** Makes a run's bytes beforehand, so that making them is not measured. */
export function record(size: RunSize, { chunkChars }: Wire): Recording {
  const frames = [...toFrames(runEvents(size))];
  const chunks = [...toChunks(frames, chunkChars)];
  let events: readonly SequencedEvent[] | undefined;
  return {
    chunks: () => chunks,
    events: () => (events ??= Array.from(runEvents(size), (event, index) => ({ ...event, seq: index + 1 }))),
    // All but `done`.
    eventCount: frames.length - 1,
    length: size.messageDeltas * 4,
  };
}
