import type { SequencedEvent } from '@threadkit/core';
import { median, table } from '../server/report.ts';
import { countAllocated } from './allocated.ts';
import { collectGarbage } from './collect-garbage.ts';
import type { Reader, Recording } from './readers.ts';
import { type RunSize, runEvents, toFrames } from './run-frames.ts';
import { toChunks, type Wire } from './wire.ts';

export interface Comparison {
  readonly readers: readonly Reader[];
  /** Whose speed is 1. */
  readonly yardstick: Reader;
  readonly wires: readonly Wire[];
  readonly size: RunSize;
  readonly rounds: number;
}

/** Lets all readers take in the same run, in turn; the table of medians. */
export async function compare({ readers, yardstick, wires, size, rounds }: Comparison): Promise<string> {
  const rows: string[][] = [];
  for (const wire of wires) {
    const recording = record(size, wire);
    const read = (reader: Reader): Promise<unknown> => readWhole(reader, recording, size);
    const speeds = new Map<Reader, number[]>(readers.map((reader) => [reader, []]));
    // The first runs are slower than the rest.
    for (const reader of [...readers, ...readers]) await read(reader);
    for (let round = 0; round < rounds; round += 1) {
      for (const reader of readers) {
        const ms = await timed(() => read(reader));
        speeds.get(reader)?.push((recording.events.length / ms) * 1000);
      }
    }
    for (const reader of readers) {
      const own = speeds.get(reader) ?? [];
      const ratios = own.map((speed, round) => speed / (speeds.get(yardstick)?.[round] ?? Number.NaN));
      collectGarbage();
      const bytes = await countAllocated(() => read(reader));
      rows.push([
        wire.name,
        reader.name,
        thousands(median(own)),
        `${thousands(Math.min(...own))}–${thousands(Math.max(...own))}`,
        median(ratios).toFixed(2),
        (bytes / recording.events.length).toFixed(0),
      ]);
    }
  }
  const head = ['chunks', 'reader', 'events/s', 'slowest–fastest', `× ${yardstick.name}`, 'bytes/event'];
  return table(head, rows);
}

function record(size: RunSize, { chunkChars }: Wire): Recording {
  const chunks = [...toChunks(toFrames(runEvents(size)), chunkChars)];
  const events = Array.from(
    runEvents(size),
    (event, index): SequencedEvent => ({ ...event, seq: index + 1 }),
  );
  return { chunks: () => chunks, events };
}

async function readWhole(reader: Reader, recording: Recording, size: RunSize): Promise<void> {
  const { length } = await reader.read(recording);
  const expected = size.messageDeltas * 4;
  if (length !== expected)
    throw new Error(
      `${reader.name} has ${length} of ${expected} characters: it did not take in the whole run.`,
    );
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  collectGarbage();
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}

function thousands(speed: number): string {
  return `${Math.round(speed / 1000)}k`;
}
