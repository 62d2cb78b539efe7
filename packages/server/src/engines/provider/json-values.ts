import { isRecord } from '../../shared/is-record.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Parses JSON; undefined for invalid JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Parses a JSON object; undefined for any other value and for invalid JSON. */
export function parseObject(text: string): JsonObject | undefined {
  const value = parseJson(text);
  return isRecord(value) ? value : undefined;
}

/** The value if it is an object, otherwise an empty object. */
export function asObject(value: unknown): JsonObject {
  return isRecord(value) ? value : {};
}

/** The value if it is an array; a single object becomes an array of one. */
export function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) ? [value] : [];
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A non-negative integer, also when sent as text; anything else is 0. */
export function asCount(value: unknown): number {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : 0;
}

/** Merges a later value into an earlier one: objects recursively, other values replace, null is ignored. */
export function mergeJson(before: unknown, after: unknown): unknown {
  if (after === null || after === undefined) return before;
  if (!isRecord(before) || !isRecord(after)) return after;
  const merged = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(after)) merged.set(key, mergeJson(merged.get(key), value));
  return Object.fromEntries(merged);
}
