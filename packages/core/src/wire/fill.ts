import { isRecord } from '../is-record.ts';

/** The unchecked members of a JSON object. */
export interface Members {
  readonly [name: string]: unknown;
}

/** An example of a value: a default of its type, a list of one example, an object of examples, or a function that reads it. */
export type Example =
  | string
  | number
  | readonly [Example]
  | { readonly [name: string]: Example }
  | ((value: unknown) => unknown);

/** An object with an id, as all objects of the contract: without an id it can be neither placed nor requested. */
export function hasId(value: unknown): value is Members & { readonly id: string } {
  return isRecord(value) && typeof value['id'] === 'string' && value['id'] !== '';
}

/**
 * Completes a value by an example: members that are missing or have another type get the example's default, and list items
 * that are not objects are dropped. Members that the example does not have stay unchanged.
 */
export function fill(example: Example, value: unknown): unknown {
  if (typeof example === 'function') return example(value);
  if (typeof example !== 'object') return typeof value === typeof example ? value : example;
  if (isList(example)) return fillList(example[0], value);
  const filled: Record<string, unknown> = isRecord(value) ? { ...value } : {};
  for (const name in example) filled[name] = fill(example[name] ?? '', filled[name]);
  return filled;
}

export function fillList(example: Example, value: unknown): Members[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .map((item) => fill(example, item))
    .filter(isRecord);
}

/** The objects of a list that have an id, each id once. */
export function fillOnce(example: Example, value: unknown): (Members & { readonly id: string })[] {
  const items = fillList(example, value).filter(hasId);
  return items.filter(({ id }, at) => items.findIndex((item) => item.id === id) === at);
}

function isList(example: object): example is readonly [Example] {
  return Array.isArray(example);
}
