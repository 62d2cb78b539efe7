import { getHeapStatistics } from 'node:v8';
import { table } from '../server/report.ts';
import { collectGarbage } from './collect-garbage.ts';
import { readWhole } from './measure.ts';
import type { Reader } from './readers.ts';
import type { Recording } from './recording.ts';
import { runEvents, toFrames } from './run-frames.ts';
import { toChunks } from './wire.ts';

const CHUNK_CHARS = 16_384;

/**
 * Measures the live heap of a reader after `messageDeltas` deltas: before the completed message, and after the run has ended.
 * The bytes of the run are generated while they are read.
 */
export async function compareMemory(readers: readonly Reader[], messageDeltas: number): Promise<string> {
  const rows: string[][] = [];
  for (const reader of readers) {
    const { written, ended } = await measureLiveHeap(reader, messageDeltas);
    rows.push([messageDeltas.toLocaleString('en'), reader.name, megabytes(written), megabytes(ended)]);
  }
  return table(['deltas', 'reader', 'MB before the end', 'MB after it'], rows);
}

/** A separate function, so that the objects of one reader are released before the next one is measured. */
async function measureLiveHeap(
  reader: Reader,
  messageDeltas: number,
): Promise<{ written: number; ended: number }> {
  // Warm-up: compiles the code and creates the hidden classes.
  await readWhole(reader, lazyRecording(1000));
  const before = usedHeap();
  let written = Number.NaN;
  const onWritten = (): void => {
    written = usedHeap() - before;
  };
  const { length, state } = await reader.read(lazyRecording(messageDeltas, onWritten));
  const ended = usedHeap() - before;
  if (length !== messageDeltas * 4 || !state) throw new Error(`${reader.name} lost a part of the response.`);
  return { written, ended };
}

function lazyRecording(messageDeltas: number, onWritten?: () => void): Recording {
  const size = { messageDeltas, toolDeltas: 0 };
  return {
    chunks: () => toChunks(toFrames(runEvents(size, onWritten)), CHUNK_CHARS),
    events: () => [],
    eventCount: Number.NaN,
    length: messageDeltas * 4,
  };
}

function usedHeap(): number {
  collectGarbage();
  return getHeapStatistics().used_heap_size;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
