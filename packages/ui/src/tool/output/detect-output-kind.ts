import { isRecord } from '@threadkit/core/internal';
import type { KeyValue } from '../../internals/key-value.ts';
import { formatValue, toKeyValues, type ValueStrings } from './key-values.ts';

/** How an output is displayed. */
export type OutputKind =
  /** No output, an empty text, list or object. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'text' | 'diff'; readonly text: string }
  | { readonly kind: 'key-values'; readonly keyValues: readonly KeyValue[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly TableRow[] }
  /** `rest` are the other properties of the object with the image. */
  | { readonly kind: 'image'; readonly src: string; readonly rest: unknown };

/** A cell for each column; `undefined` if the row has no such property. */
export type TableRow = readonly (string | undefined)[];

/** Only images embedded in the output: showing them sends no request. */
const IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z\d+/=]+$/;

/** A hunk header, which identifies a unified diff. */
const HUNK = /^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/m;

/**
 * Detects how to display a tool's output: an object as key-value list, a list of flat objects as table, a diff, an image,
 * or text.
 */
export function detectOutputKind(value: unknown, strings: ValueStrings): OutputKind {
  if (value === undefined || value === '') return { kind: 'empty' };
  if (typeof value === 'string') return detectTextKind(value);
  if (Array.isArray(value)) return detectListKind(value, strings);
  if (!isRecord(value)) return { kind: 'text', text: formatValue(value, strings) };
  const [name, src] = Object.entries(value).find(([, entry]) => isImage(entry)) ?? [];
  if (name !== undefined && typeof src === 'string') {
    const { [name]: _, ...rest } = value;
    return { kind: 'image', src, rest };
  }
  const keyValues = toKeyValues(value, strings);
  return keyValues ? { kind: 'key-values', keyValues } : { kind: 'empty' };
}

function detectTextKind(text: string): OutputKind {
  if (isImage(text)) return { kind: 'image', src: text, rest: undefined };
  return { kind: HUNK.test(text) ? 'diff' : 'text', text };
}

function detectListKind(list: readonly unknown[], strings: ValueStrings): OutputKind {
  if (list.length === 0) return { kind: 'empty' };
  if (list.every(isScalar)) {
    // A list of numbers fits on one line.
    if (list.every((item) => typeof item === 'number'))
      return { kind: 'text', text: formatValue(list, strings) };
    return { kind: 'list', items: list.map((item) => formatValue(item, strings)) };
  }
  if (list.length > 1 && list.every(isFlat)) {
    const columns = [...new Set(list.flatMap((row) => Object.keys(row)))];
    const rows = list.map((row) =>
      columns.map((column) => (Object.hasOwn(row, column) ? formatValue(row[column], strings) : undefined)),
    );
    return { kind: 'table', columns, rows };
  }
  return { kind: 'text', text: JSON.stringify(list, null, 2) };
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function isFlat(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && Object.keys(value).length > 0 && Object.values(value).every(isScalar);
}

function isImage(value: unknown): value is string {
  return typeof value === 'string' && IMAGE.test(value);
}
