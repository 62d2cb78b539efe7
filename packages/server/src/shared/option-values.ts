import { isRecord } from './is-record.ts';

/** The longest time that a timer waits; a longer one would fire at once. */
export const MAX_TIMER_MS = 2 ** 31 - 1;

const MAX_SHOWN_CHARS = 40;

/** What is allowed for an option that is a whole number. */
export interface NumberRule {
  readonly min: number;
  /** @defaultValue `Number.MAX_SAFE_INTEGER` */
  readonly max?: number;
  /** Of the number, for the error, such as `milliseconds`. @defaultValue none */
  readonly unit?: string;
  /** What leaving the option out means, for the error. */
  readonly default: string | number;
}

/** Returns the value of an option that is a whole number. Apps without types may pass anything, such as `NaN` from a missing setting. */
export function readNumber(name: string, value: unknown, rule: NumberRule): number | undefined {
  const { min, max = Number.MAX_SAFE_INTEGER, unit } = rule;
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max) return value;
  const range = max === Number.MAX_SAFE_INTEGER ? `from ${min}` : `from ${min} to ${max}`;
  const what = unit === undefined ? 'a whole number' : `a whole number of ${unit}`;
  throw new RangeError(
    `${name} is ${describeValue(value)}. Set it to ${what} ${range}, or leave it out for ${rule.default}.`,
  );
}

/**
 * Checks the argument of a function of the API: an object without members that the function does not have, which would be ignored. `of` is the
 * function, `todo` what to pass, as a sentence.
 *
 * @throws `TypeError`
 */
export function checkOptions(options: unknown, known: readonly string[], of: string, todo: string): void {
  if (!isRecord(options)) throw wrongOption(`The argument of ${of}`, options, todo);
  checkNames(options, known, of, 'option');
}

/**
 * Checks that an object has only `known` members; those that are undefined do not count. `at` is whose members they are.
 *
 * @throws `TypeError` that names the other member, and the known ones.
 */
export function checkNames(
  given: Readonly<Record<string, unknown>>,
  known: readonly string[],
  at: string,
  what: 'option' | 'member' | 'rule',
): void {
  const other = Object.entries(given).find(([name, value]) => value !== undefined && !known.includes(name));
  if (!other) return;
  throw new TypeError(`${at} has no ${what} ${describeValue(other[0])}. There are: ${known.join(', ')}.`);
}

/** The error of an option with a wrong value. `todo` is what to do, as a sentence. */
export function wrongOption(name: string, value: unknown, todo: string): TypeError {
  return new TypeError(
    `${name} ${value === undefined ? 'is missing' : `is ${describeValue(value)}`}. ${todo}`,
  );
}

/** A short text for a value that a person wrote as an option. Shows no member of an object. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > MAX_SHOWN_CHARS ? `${value.slice(0, MAX_SHOWN_CHARS)}…` : value);
  }
  if (Array.isArray(value)) return 'an array';
  if (value instanceof Promise) return 'a promise';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}
