import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession } from 'playwright';

/** What Chromium's profiler gives: samples, and the tree of calls they were taken in. */
export interface CpuProfile {
  readonly nodes: readonly { id: number; callFrame: { functionName: string; url: string } }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

const SAMPLE_EVERY_US = 200;
const FUNCTIONS_TOLD = 25;

/** Where profiles go; a profile costs time, so that the figures beside it are worth nothing. */
export interface Profiling {
  readonly folder: string;
  /** Begins the files' names. */
  readonly candidate: string;
}

/** Writes a profile of what `act` does, for the developer tools, and tells which functions took the most. */
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
  const { profile: taken } = await session.send('Profiler.stop');
  const file = join(folder, `${candidate}-${row.replaceAll(/\W+/g, '-')}.cpuprofile`);
  writeFileSync(file, JSON.stringify(taken));
  console.error(`\n${file}`);
  for (const { name, ms } of costliest(taken).slice(0, FUNCTIONS_TOLD)) {
    console.error(`${ms.toFixed(1).padStart(8)} ms  ${name}`);
  }
  return result;
}

/** Time spent in each function itself, the most first. */
export function costliest({
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
