import { median, table } from '../server/report.ts';
import { measureSpeed } from './measure.ts';
import type { Reader } from './readers.ts';
import { record } from './recording.ts';
import { speedCells } from './speed-cells.ts';
import type { Wire } from './wire.ts';

/** Measures readers with responses of increasing length. The speed is constant when no step processes the whole text again. */
export async function compareGrowth(
  readers: readonly Reader[],
  wire: Wire,
  lengths: readonly number[],
  rounds: number,
): Promise<string> {
  const rows: string[][] = [];
  for (const reader of readers) {
    const recordings = lengths.map((messageDeltas) => record({ messageDeltas, toolDeltas: 0 }, wire));
    const speeds = recordings.map((): number[] => []);
    for (const recording of recordings) await measureSpeed(reader, recording);
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, recording] of recordings.entries()) {
        speeds[index]?.push(await measureSpeed(reader, recording));
      }
    }
    for (const [index, own] of speeds.entries()) {
      const ratios = own.map((speed, round) => speed / (speeds[0]?.[round] ?? Number.NaN));
      rows.push([
        ((lengths[index] ?? 0) * 4).toLocaleString('en'),
        reader.name,
        ...speedCells(own),
        median(ratios).toFixed(2),
      ]);
    }
  }
  return table(['characters', 'reader', 'events/s', 'slowest–fastest', '× the shortest'], rows);
}
