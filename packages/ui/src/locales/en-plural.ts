/** `2 steps`, `1 step`: the count arrives formatted. */
export const plural = (count: number, formatted: string, one: string): string =>
  `${formatted} ${count === 1 ? one : `${one}s`}`;
