const DEFAULT_RETRIES = 2;

/** Throws for a value that would not limit the repetitions, such as `NaN` from a missing setting. */
export function readMaxRetries(value: number = DEFAULT_RETRIES): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`maxRetries is ${value}. Set it to a whole number from 0, or leave it out for 2.`);
}
