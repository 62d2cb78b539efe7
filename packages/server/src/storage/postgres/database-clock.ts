import type { Database } from './database.ts';

/** How often the difference to the database's clock is measured again. Clocks of machines drift by milliseconds in this time. */
const MEASURE_EVERY_MS = 60_000;

/** The time of the database, without asking it each time. */
export interface DatabaseClock {
  /** Unix milliseconds. */
  now(): number;
  start(): Promise<void>;
  stop(): void;
}

/**
 * `s` is the quoted schema. Time is counted by the process's monotonic clock, so that a machine whose clock is wrong or is set
 * agrees with the other servers.
 */
export function createDatabaseClock(database: Database, s: string): DatabaseClock {
  let offset = performance.timeOrigin;
  let isMeasured = false;
  let timer: NodeJS.Timeout | undefined;

  async function measure(): Promise<void> {
    // Timed without the attempts that failed.
    offset = await database.retry(async (query) => {
      const before = performance.now();
      const [row] = await query(`SELECT ${s}.clock_ms() AS now`);
      const after = performance.now();
      const [least, most] = [Number(row?.['now']) - after, Number(row?.['now']) - before];
      // A measurement that waited for a connection is inexact, and must not replace a better one that it agrees with.
      return isMeasured ? Math.min(Math.max(offset, least), most) : (least + most) / 2;
    });
    isMeasured = true;
  }

  return {
    now: () => Math.round(offset + performance.now()),
    async start() {
      await measure();
      clearInterval(timer);
      // A measurement that fails leaves the last one.
      timer = setInterval(() => void measure().catch(() => {}), MEASURE_EVERY_MS).unref();
    },
    stop: () => clearInterval(timer),
  };
}
