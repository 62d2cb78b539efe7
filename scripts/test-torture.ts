/**
 * The torture tests at full length, and one table of their results: `--runs 10000 --streams 1000 --seed 7`. Those that need Debian's
 * packages `pgbouncer` and `faketime`, or the right to mount a file system, are skipped without them.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from './run-command.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    streams: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
  },
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
});
const folder = mkdtempSync(join(tmpdir(), 'threadkit-torture-'));
const report = join(folder, 'rows.jsonl');

const { exitCode } = await runCommand(
  [
    'vitest',
    'run',
    '--project',
    'node',
    '--project',
    'postgres',
    '--no-file-parallelism',
    '--reporter=verbose',
    'packages/server/test/torture',
    'packages/server/test/crash',
  ],
  {
    show: true,
    timeoutMs: 45 * 60_000,
    env: {
      TORTURE_RUNS: values.runs,
      TORTURE_STREAMS: values.streams,
      TORTURE_SEED: values.seed,
      TORTURE_REPORT: report,
      CRASH_SEED: values.seed,
      CRASH_SEEDS: '40',
    },
  },
);

const rows = (existsSync(report) ? readFileSync(report, 'utf8') : '')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { scenario: string; extent: string; result: string });
console.log(
  `\nNode ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, seed ${values.seed}\n`,
);
console.log('| scenario | extent | result |\n| --- | --- | --- |');
for (const { scenario, extent, result } of rows) console.log(`| ${scenario} | ${extent} | ${result} |`);
rmSync(folder, { recursive: true });
process.exitCode = exitCode ?? 1;
