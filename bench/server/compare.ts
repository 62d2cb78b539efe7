import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { framesOf, measure, run, type Sample } from './measure.ts';
import { median, table } from './report.ts';
import { startProgram } from './start-program.ts';

export interface Comparison {
  /** Folder for database and recording. */
  readonly folder: string;
  readonly paceMs: number;
  readonly streams: readonly number[];
  readonly durationMs: number;
  readonly rounds: number;
  /** Connection string of a PostgreSQL database. @defaultValue not measured */
  readonly databaseUrl?: string | undefined;
}

/** Measures echo and Threadkit on each storage alternately. Returns the table of medians. */
export async function compare({
  folder,
  paceMs,
  streams,
  durationMs,
  rounds,
  databaseUrl,
}: Comparison): Promise<string> {
  const recording = join(folder, `run-${paceMs}.json`);
  const memory = await startProgram('threadkit-server.ts', String(paceMs));
  // Warm-up: the first run of a process is slower.
  await run(memory.url);
  writeFileSync(recording, JSON.stringify((await run(memory.url)).chunks.flatMap(framesOf)));
  const file = join(folder, `bench-${paceMs}.sqlite`);
  const sqlite = await startProgram('threadkit-server.ts', String(paceMs), file);
  const echo = await startProgram('echo-server.ts', recording);
  const servers = [
    { name: 'echo', program: echo },
    { name: 'Threadkit, memory', program: memory },
    { name: 'Threadkit, SQLite file', program: sqlite },
  ];
  if (databaseUrl !== undefined) {
    const postgres = await startProgram('threadkit-server.ts', String(paceMs), databaseUrl);
    servers.push({ name: 'Threadkit, PostgreSQL', program: postgres });
  }
  try {
    for (const { program } of servers) await measure(program.url, 20, 1000);
    const samples = new Map<string, Sample[]>();
    for (let round = 0; round < rounds; round += 1) {
      for (const count of streams) {
        for (const { name, program } of servers) {
          const key = `${count} ${name}`;
          samples.set(key, [...(samples.get(key) ?? []), await measure(program.url, count, durationMs)]);
        }
      }
    }
    const rows = streams.flatMap((count) => {
      const limits = samples.get(`${count} echo`) ?? [];
      return servers.map(({ name }) => {
        const own = samples.get(`${count} ${name}`) ?? [];
        const ratios = own.map(
          ({ runsPerSecond }, round) => runsPerSecond / (limits[round]?.runsPerSecond ?? 0),
        );
        return [
          String(count),
          name,
          median(own.map(({ runsPerSecond }) => runsPerSecond)).toFixed(0),
          name === 'echo' ? '1' : median(ratios).toFixed(2),
          median(own.map(({ firstEventP50Ms }) => firstEventP50Ms)).toFixed(1),
          median(own.map(({ firstEventP95Ms }) => firstEventP95Ms)).toFixed(1),
        ];
      });
    });
    return table(['streams', 'server', 'runs/s', '× echo', 'first event p50 ms', 'p95 ms'], rows);
  } finally {
    for (const { program } of servers) program.stop();
  }
}
