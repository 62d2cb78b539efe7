import { isRecord } from '@threadkit/core/internal';
import type { KeyValue } from '../../internals/key-value.ts';

/** The strings for formatting values. */
export interface ValueStrings {
  readonly yes: string;
  readonly no: string;
  joinList(items: readonly string[]): string;
  joinValues(values: readonly string[]): string;
}

/** Formats a value on one line: strings unchanged, lists by locale, nested values as JSON. */
export function formatValue(value: unknown, strings: ValueStrings): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? strings.yes : strings.no;
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
    return value.length === 0 ? '–' : strings.joinList(value.map((item) => formatValue(item, strings)));
  }
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** The entries of an object as key-values; `undefined` for other values and empty objects. */
export function toKeyValues(value: unknown, strings: ValueStrings): readonly KeyValue[] | undefined {
  if (!isRecord(value)) return undefined;
  const keyValues = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([label, entry]) => ({ label, value: formatValue(entry, strings) }));
  return keyValues.length > 0 ? keyValues : undefined;
}

/** The first two short values of an object, to distinguish calls in their rows. Numbers include the property name. */
export function summarizeArguments(value: unknown, strings: ValueStrings): string {
  if (!isRecord(value)) return '';
  const short = Object.entries(value).flatMap(([name, entry]) => {
    if (typeof entry === 'number') return [`${name} ${entry}`];
    return typeof entry === 'string' && entry !== '' && entry.length <= 80 ? [entry] : [];
  });
  return strings.joinValues(short.slice(0, 2));
}
