import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession } from 'playwright';

/** The part of Chromium's CPU profile that is used here: samples and the call tree. */
export interface CpuProfile {
  readonly nodes: readonly { id: number; callFrame: { functionName: string; url: string } }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

const SAMPLE_EVERY_US = 200;
const FUNCTIONS_PRINTED = 25;

/** Where profiles are written. Profiling takes time, so it distorts the measurements. */
export interface Profiling {
  readonly folder: string;
  /** Prefix of the file names. */
  readonly candidate: string;
}

/** Writes a CPU profile of `act`, and prints the slowest functions. */
export async function profile<T>(
  session: CDPSession,
  { folder, candidate }: Profiling,
  row: string,
  act: () => Promise<T>,
): Promise<T> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US });
  await session.send('Profiler.start');
  const result = await act();
  const { profile: cpuProfile } = await session.send('Profiler.stop');
  const file = join(folder, `${candidate}-${row.replaceAll(/\W+/g, '-')}.cpuprofile`);
  writeFileSync(file, JSON.stringify(cpuProfile));
  console.error(`\n${file}`);
  for (const { name, ms } of slowestFunctions(cpuProfile).slice(0, FUNCTIONS_PRINTED)) {
    console.error(`${ms.toFixed(1).padStart(8)} ms  ${name}`);
  }
  return result;
}

/** Self time of each function, slowest first. */
export function slowestFunctions({
  nodes,
  samples = [],
  timeDeltas = [],
}: CpuProfile): { name: string; ms: number }[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName || '(anonymous)']));
  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? '(unknown)';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  }
  return [...times].map(([name, ms]) => ({ name, ms })).toSorted((a, b) => b.ms - a.ms);
}
