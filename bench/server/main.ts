/**
 * Threadkit's server against a bare SSE echo that writes the same frames: runs a second, and time to the first
 * event, with 1, 50 and 500 streams. Each round measures all of them in turn; what counts is the ratio within a
 * round. `--seconds 3 --rounds 3`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure, run, type Sample } from './measure.ts';
import { median, table } from './report.ts';
import { startProgram } from './start-program.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '3' }, rounds: { type: 'string', default: '3' } },
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
});
const durationMs = Number(values.seconds) * 1000;
const rounds = Number(values.rounds);
const STREAMS = [1, 50, 500] as const;

const folder = mkdtempSync(join(tmpdir(), 'threadkit-bench-'));
const recording = join(folder, 'run.txt');
const memory = await startProgram('threadkit-server.ts');
writeFileSync(recording, (await run(memory.url)).text);
const sqlite = await startProgram('threadkit-server.ts', join(folder, 'bench.sqlite'));
const echo = await startProgram('echo-server.ts', recording);
const servers = { echo, memory, sqlite };
type Name = keyof typeof servers;
const names = Object.keys(servers) as Name[];

try {
  for (const name of names) await measure(servers[name].url, 20, 1000);
  const samples = new Map<string, Sample[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const streams of STREAMS) {
      for (const name of names) {
        const sample = await measure(servers[name].url, streams, durationMs);
        const key = `${name} ${streams}`;
        samples.set(key, [...(samples.get(key) ?? []), sample]);
      }
    }
  }
  const of = (name: Name, streams: number, what: keyof Sample) =>
    (samples.get(`${name} ${streams}`) ?? []).map((sample) => sample[what]);
  const ratio = (name: Name, streams: number) =>
    median(
      of(name, streams, 'runsPerSecond').map(
        (value, round) => value / (of('echo', streams, 'runsPerSecond')[round] ?? 0),
      ),
    );

  const rows = STREAMS.flatMap((streams) =>
    names.map((name) => [
      String(streams),
      name,
      median(of(name, streams, 'runsPerSecond')).toFixed(0),
      name === 'echo' ? '1' : ratio(name, streams).toFixed(3),
      median(of(name, streams, 'firstEventP50Ms')).toFixed(1),
      median(of(name, streams, 'firstEventP95Ms')).toFixed(1),
    ]),
  );
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
  console.log(
    `${rounds} rounds of ${values.seconds} s, medians; ${(await run(echo.url)).text.split('\n\n').length - 1} frames a run\n`,
  );
  console.log(table(['streams', 'server', 'runs/s', '× echo', 'first event p50 ms', 'p95 ms'], rows));
} finally {
  for (const name of names) servers[name].stop();
  rmSync(folder, { recursive: true });
}
