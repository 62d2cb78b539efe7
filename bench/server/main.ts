/**
 * Compares Threadkit's server with an SSE echo server that writes the same frames: runs per second and time to the first
 * event with 1, 50 and 500 streams at full speed, and with 50 and 500 at a model's pace. Each round measures all servers once; the
 * result is the ratio within a round. `--seconds 3 --rounds 3 --pace 20`. PostgreSQL is that of `DATABASE_URL`, or one that is started
 * with its default settings.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../packages/server/src/testing/postgres-process.ts';
import { compare } from './compare.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    pace: { type: 'string', default: '20' },
  },
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
});
const durationMs = Number(values.seconds) * 1000;
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'threadkit-bench-'));

const started = process.env['DATABASE_URL'] ? undefined : await startPostgres({ durable: true });
const databaseUrl = process.env['DATABASE_URL'] || started?.url;

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
console.log(`${rounds} rounds of ${values.seconds} s each, medians`);
try {
  console.log('\nAt full speed\n');
  console.log(await compare({ folder, paceMs: 0, streams: [1, 50, 500], durationMs, rounds, databaseUrl }));
  console.log(`\nAt the pace of a model, a word every ${values.pace} ms\n`);
  const paceMs = Number(values.pace);
  console.log(
    await compare({ folder, paceMs, streams: [50, 500], durationMs: durationMs * 2, rounds, databaseUrl }),
  );
} finally {
  rmSync(folder, { recursive: true });
  await started?.stop();
}
