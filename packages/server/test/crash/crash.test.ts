import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { reportRow } from '../torture/report-row.ts';
import { crashOnce } from './crash-once.ts';
import { startThreadkit } from './threadkit-process.ts';

/** `CRASH_SEEDS=20` tries that many seeds; `CRASH_SEED=7` starts at another one. */
const seeds = Number(process.env['CRASH_SEEDS'] ?? 3);
const firstSeed = Number(process.env['CRASH_SEED'] ?? 1);

const folder = mkdtempSync(join(tmpdir(), 'threadkit-crash-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The number of events before the crash, between the first events and a few rounds later, as a hash of the seed. */
const killAtFrame = (seed: number) => 40 + (((seed * 2_654_435_761) % 2 ** 32) % 1400);

let superseded = 0;

describe('a server on a SQLite file, killed with SIGKILL under load', () => {
  it.each(Array.from({ length: seeds }, (_, index) => firstSeed + index))(
    'a killed server has no lost or duplicate data, ends every run and unlocks every thread (seed %i)',
    async (seed) => {
      const report = await crashOnce(join(folder, `${seed}.sqlite`), killAtFrame(seed));
      console.log(`crash seed ${seed}: ${JSON.stringify({ ...report, problems: report.problems.length })}`);
      expect(report.problems).toEqual([]);
      expect(report.framesBefore).toBeGreaterThanOrEqual(killAtFrame(seed));
      superseded += report.superseded;
      expect(report.msToAllEnded).toBeLessThan(60_000);
    },
    90_000,
  );

  it('the server was killed during a response at least once', () => {
    expect(superseded).toBeGreaterThan(0);
    reportRow({
      scenario: 'SQLite: server killed under load, and restarted',
      extent: `${seeds} kills, each of 30 conversations, from seed ${firstSeed}`,
      result: `${superseded} responses begun again, 0 problems`,
    });
  });

  it('a second server on the same file refuses to start', async () => {
    const args = ['--pace', '0', '--db', join(folder, 'shared.sqlite')];
    const first = await startThreadkit(...args);
    onTestFinished(async () => {
      first.child.kill('SIGKILL');
      await first.ended;
    });
    await expect(startThreadkit(...args)).rejects.toThrow(/ended with 1: .*shared\.sqlite.*in use/s);
    expect((await fetch(`${first.url}/v1/threads`)).status).toBe(200);
  });
});
