import type { JsonSchema } from './json-schema.ts';

/**
 * What keeps a value from fitting a JSON Schema, in words, one line a finding; empty when it fits. Reads the
 * keywords that `FromJsonSchema` reads (type, properties, required, items, enum, const) and no others.
 */
export function findSchemaIssues(schema: JsonSchema, value: unknown, path = 'arguments'): string[] {
  if ('const' in schema && schema.const !== value) return [`${path} must be ${JSON.stringify(schema.const)}`];
  if (schema.enum && !schema.enum.includes(value)) {
    return [`${path} must be one of ${schema.enum.map((item) => JSON.stringify(item)).join(', ')}`];
  }
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (types && !types.some((type) => hasType(value, type))) {
    return [`${path} must be ${types.join(' or ')}, not ${typeName(value)}`];
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.flatMap((item, index) => findSchemaIssues(items, item, `${path}[${index}]`)) : [];
  }
  if (isRecord(value)) return findObjectIssues(schema, value, path);
  return [];
}

function findObjectIssues(schema: JsonSchema, value: Record<string, unknown>, path: string): string[] {
  const missing = (schema.required ?? [])
    .filter((key) => !Object.hasOwn(value, key))
    .map((key) => `${path}.${key} is missing`);
  const wrong = Object.entries(schema.properties ?? {})
    .filter(([key]) => Object.hasOwn(value, key))
    .flatMap(([key, property]) => findSchemaIssues(property, value[key], `${path}.${key}`));
  return [...missing, ...wrong];
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return typeName(value) === type;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
