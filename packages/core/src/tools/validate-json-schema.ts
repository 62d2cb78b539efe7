import type { JsonSchema } from './json-schema.ts';

/** The keywords that are checked here, and those that constrain no value. */
const KNOWN: ReadonlySet<string> = new Set(
  'type properties required items enum const title description default examples $schema'.split(' '),
);

/** Whether a schema has keywords that {@link findSchemaIssues} does not check. */
export function hasOtherKeywords(schema: JsonSchema): boolean {
  // A boolean is a schema as well.
  if (!isObjectOrList(schema)) return true;
  const { properties = {}, items, enum: values = [], const: value } = schema;
  return (
    Object.keys(schema).some((keyword) => !KNOWN.has(keyword)) ||
    [...values, value].some(isObjectOrList) ||
    [...Object.values(properties), ...(items === undefined ? [] : [items])].some(hasOtherKeywords)
  );
}

/**
 * The errors of a value against a JSON Schema, one line each; empty when it is valid. Checks the keywords that
 * `FromJsonSchema` reads (type, properties, required, items, enum, const) and no others: see {@link hasOtherKeywords}.
 */
export function findSchemaIssues(schema: JsonSchema, value: unknown, path = 'arguments'): string[] {
  if (!isObjectOrList(schema)) return [];
  if ('const' in schema && !isObjectOrList(schema.const) && schema.const !== value)
    return [`${path} must be ${JSON.stringify(schema.const)}`];
  if (schema.enum && !schema.enum.some((item) => isObjectOrList(item) || item === value)) {
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
  if (isObjectOrList(value)) return findObjectIssues(schema, value, path);
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

/** A list counts: its items are its members. */
function isObjectOrList(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
