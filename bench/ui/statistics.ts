export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly count: number;
}

/** Median, minimum, maximum and count. NaN for an empty list. */
export function spreadOf(values: readonly number[]): Spread {
  return {
    median: quantile(values, 0.5),
    min: quantile(values, 0),
    max: quantile(values, 1),
    count: values.length,
  };
}

/** Quantile with linear interpolation. NaN for an empty list. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * q;
  const lower = sorted[Math.floor(position)] ?? Number.NaN;
  const upper = sorted[Math.ceil(position)] ?? Number.NaN;
  return lower + (upper - lower) * (position - Math.floor(position));
}

/**
 * Ratios to the base, per repetition, so that a temporary load on the machine affects both values. Skips repetitions in
 * which one of the two has no value.
 */
export function ratiosOf(
  own: readonly (number | undefined)[],
  base: readonly (number | undefined)[],
): number[] {
  return own.flatMap((value, repetition) => {
    const other = base[repetition];
    return value === undefined || other === undefined || other <= 0 ? [] : [value / other];
  });
}
