/** Number of equal intervals on the axis. */
const INTERVALS = 4;

/** Round interval lengths in milliseconds. */
const INTERVAL_LENGTHS_MS = [
  250, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 150_000, 300_000, 600_000, 1_800_000,
];

/** The axis of a timeline. */
export interface TimeScale {
  /** Length of the axis in milliseconds. */
  readonly spanMs: number;
  /** Ticks from 0 to `spanMs`, both inclusive. */
  readonly ticksMs: readonly number[];
}

/** The shortest axis with round ticks that includes `longestMs`. */
export function timeScale(longestMs: number): TimeScale {
  const last = INTERVAL_LENGTHS_MS.at(-1) ?? 1;
  const step =
    INTERVAL_LENGTHS_MS.find((length) => length * INTERVALS >= longestMs) ??
    last * Math.ceil(longestMs / (last * INTERVALS));
  return {
    spanMs: step * INTERVALS,
    ticksMs: Array.from({ length: INTERVALS + 1 }, (_, index) => index * step),
  };
}
