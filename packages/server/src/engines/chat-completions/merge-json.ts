import { isObject } from '../../shared/is-object.ts';

/** Merges a later value into an earlier one: objects recursively, other values replace, null is ignored. */
export function mergeJson(before: unknown, after: unknown): unknown {
  if (after === null || after === undefined) return before;
  if (!isObject(before) || !isObject(after)) return after;
  const merged = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(after)) merged.set(key, mergeJson(merged.get(key), value));
  return Object.fromEntries(merged);
}
