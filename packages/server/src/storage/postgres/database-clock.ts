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
  let timer: NodeJS.Timeout | undefined;

  async function measure(): Promise<void> {
    const before = performance.now();
    const [row] = await database.run(`SELECT ${s}.clock_ms() AS now`);
    const after = performance.now();
    offset = Number(row?.['now']) - (before + after) / 2;
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
