import { median, table } from '../server/report.ts';
import { countAllocated } from './allocated.ts';
import { collectGarbage } from './collect-garbage.ts';
import { measureSpeed, readWhole } from './measure.ts';
import type { Reader } from './readers.ts';
import { record } from './recording.ts';
import type { RunSize } from './run-frames.ts';
import { speedCells } from './speed-cells.ts';
import type { Wire } from './wire.ts';

export interface Comparison {
  readonly readers: readonly Reader[];
  /** The reader that the others are compared with: its ratio is 1. */
  readonly baseline: Reader;
  readonly wires: readonly Wire[];
  readonly size: RunSize;
  readonly rounds: number;
}

/** Measures the readers alternately on the same run. Returns the table of medians. */
export async function compare({ readers, baseline, wires, size, rounds }: Comparison): Promise<string> {
  const rows: string[][] = [];
  for (const wire of wires) {
    const recording = record(size, wire);
    const speeds = new Map<Reader, number[]>(readers.map((reader) => [reader, []]));
    // Warm-up: the first runs are slower.
    for (const reader of [...readers, ...readers]) await readWhole(reader, recording);
    for (let round = 0; round < rounds; round += 1) {
      for (const reader of readers) speeds.get(reader)?.push(await measureSpeed(reader, recording));
    }
    for (const reader of readers) {
      const own = speeds.get(reader) ?? [];
      const ratios = own.map((speed, round) => speed / (speeds.get(baseline)?.[round] ?? Number.NaN));
      collectGarbage();
      const bytes = await countAllocated(() => readWhole(reader, recording));
      rows.push([
        wire.name,
        reader.name,
        ...speedCells(own),
        median(ratios).toFixed(2),
        (bytes / recording.eventCount).toFixed(0),
      ]);
    }
  }
  const head = ['chunks', 'reader', 'events/s', 'slowest–fastest', `× ${baseline.name}`, 'bytes/event'];
  return table(head, rows);
}
