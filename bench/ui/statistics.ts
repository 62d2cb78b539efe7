export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly count: number;
}

/** NaN where there is nothing to tell of. */
export function spreadOf(values: readonly number[]): Spread {
  return {
    median: quantile(values, 0.5),
    min: quantile(values, 0),
    max: quantile(values, 1),
    count: values.length,
  };
}

/** Between two values where it falls between them. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const lower = sorted[Math.floor(place)] ?? Number.NaN;
  const upper = sorted[Math.ceil(place)] ?? Number.NaN;
  return lower + (upper - lower) * (place - Math.floor(place));
}

/**
 * How many times as much as the base, repetition by repetition: a machine that was busy for a while was busy for
 * both. What one of the two has no value for is left out.
 */
export function ratiosOf(
  own: readonly (number | undefined)[],
  base: readonly (number | undefined)[],
): number[] {
  return own.flatMap((value, turn) => {
    const other = base[turn];
    return value === undefined || other === undefined || other <= 0 ? [] : [value / other];
  });
}
