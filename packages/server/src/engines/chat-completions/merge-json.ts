import { isObject } from '../../shared/is-object.ts';

/** What came later added to what came before: objects member by member, anything else in the place of it, null never. */
export function mergeJson(before: unknown, after: unknown): unknown {
  if (after === null || after === undefined) return before;
  if (!isObject(before) || !isObject(after)) return after;
  const merged = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(after)) merged.set(key, mergeJson(merged.get(key), value));
  return Object.fromEntries(merged);
}
