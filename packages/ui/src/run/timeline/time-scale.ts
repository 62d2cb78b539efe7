/** Hairlines under the bars: the axis is cut in as many equal pieces. */
const PIECES = 4;

/** Lengths of one piece that read well, in milliseconds. */
const STEPS = [
  250, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 150_000, 300_000, 600_000, 1_800_000,
];

/** The axis of a timeline. */
export interface TimeScale {
  /** Milliseconds from its start to its end. */
  readonly spanMs: number;
  /** From 0 to `spanMs`, both included: one more than there are pieces. */
  readonly ticksMs: readonly number[];
}

/** The shortest axis with round numbers that holds `longestMs`. */
export function timeScale(longestMs: number): TimeScale {
  const last = STEPS.at(-1) ?? 1;
  const step =
    STEPS.find((length) => length * PIECES >= longestMs) ?? last * Math.ceil(longestMs / (last * PIECES));
  return {
    spanMs: step * PIECES,
    ticksMs: Array.from({ length: PIECES + 1 }, (_, index) => index * step),
  };
}
