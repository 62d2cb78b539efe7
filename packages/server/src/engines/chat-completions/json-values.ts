import { isObject } from '../../shared/is-object.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The value of a JSON text; undefined for text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The JSON object of a text; undefined for any other value and for text that is no JSON. */
export function parseObject(text: string): JsonObject | undefined {
  const value = parseJson(text);
  return isObject(value) ? value : undefined;
}

/** Anything but an object counts as one without members. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** One object in the place of a list counts as a list of one. */
export function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isObject(value) ? [value] : [];
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A whole number of 0 or more, also where it is written as text; anything else counts as 0. */
export function asCount(value: unknown): number {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : 0;
}
