/** Whether two values are the same, or objects or arrays of the same kind whose entries are the same. */
export function isShallowEqual(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (!isPlain(before) || !isPlain(after)) return false;
  if (Object.getPrototypeOf(before) !== Object.getPrototypeOf(after)) return false;
  const entries = Object.entries(after);
  return (
    entries.length === Object.keys(before).length &&
    entries.every(([key, value]) => Object.hasOwn(before, key) && Object.is(Reflect.get(before, key), value))
  );
}

/** Other objects, such as a `Map`, keep their content outside of their own properties. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
