import type { Pool } from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Database } from './database.ts';
import { createDatabaseClock } from './database-clock.ts';

const AHEAD_MS = 1_000_000;

/** A clock of a database that is ahead of this process. */
function clockOfTest() {
  let time = 0;
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => time);
  onTestFinished(() => spy.mockRestore());
  const answers: (() => void)[] = [];
  const pool = {
    query: async () => {
      answers.shift()?.();
      return { rows: [{ now: time + AHEAD_MS }] };
    },
  };
  const database = new Database(
    // Only this method is used.
    pool as unknown as Pool,
    { name: 'test', retryForMs: 10_000, prepare: false },
  );
  const clock = createDatabaseClock(database, 's');
  onTestFinished(() => clock.stop());
  return {
    clock,
    /** The next query takes this long, and fails with `error`. */
    take(ms: number, error?: Error) {
      answers.push(() => {
        time += ms;
        if (error) throw error;
      });
    },
    expected: () => time + AHEAD_MS,
  };
}

it('the time of attempts that failed does not count', async () => {
  const { clock, take, expected } = clockOfTest();
  take(8000, Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
  await clock.start();
  expect(clock.now()).toBe(expected());
});

it('a measurement that waited for a connection does not replace a better one', async () => {
  const { clock, take, expected } = clockOfTest();
  await clock.start();
  take(4000);
  await clock.start();
  expect(clock.now()).toBe(expected());
});
