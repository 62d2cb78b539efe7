import type { JsonSchema } from '@threadkit/core/tools';
import { isRecord } from '../shared/is-record.ts';

/**
 * The part of an MCP server's schema that arguments are checked against: types, required members, items and simple values. The MCP
 * server checks the rest. A `pattern` or nested references of its making could keep this process busy forever.
 */
export function checkedSchema(schema: unknown): JsonSchema {
  if (!isRecord(schema)) return {};
  const { type, properties, required, items, enum: values, const: value } = schema;
  return {
    ...((typeof type === 'string' || isListOf(type, isString)) && { type }),
    ...(isRecord(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, checkedSchema(property)]),
      ),
    }),
    ...(isListOf(required, isString) && { required }),
    ...(isRecord(items) && { items: checkedSchema(items) }),
    ...(isListOf(values, isSimple) && { enum: values }),
    ...('const' in schema && isSimple(value) && { const: value }),
  };
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isSimple(value: unknown): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}
