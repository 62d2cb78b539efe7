/** Wraps `select` so that it returns its last result again when the new result is equal. */
export function reuseEqual<A extends readonly unknown[], T>(
  select: (...state: A) => T,
  isEqual: (before: T, after: T) => boolean,
): (...state: A) => T {
  let last: { value: T } | undefined;
  return (...state) => {
    const value = select(...state);
    if (last && isEqual(last.value, value)) return last.value;
    last = { value };
    return value;
  };
}
