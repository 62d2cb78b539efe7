import { cpus, loadavg } from 'node:os';
import type { Browser } from 'playwright';

/** The environment of a measurement. */
export interface Machine {
  /** ISO date: `2026-11-25`. */
  readonly date: string;
  readonly chromium: string;
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  /** Load average of the last minute. */
  readonly load: string;
}

export function describeMachine(browser: Browser): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    chromium: browser.version(),
    node: process.versions.node,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    load: (loadavg()[0] ?? 0).toFixed(1),
  };
}
