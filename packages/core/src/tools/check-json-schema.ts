import { type Schema, Validator } from '@cfworker/json-schema';
import type { JsonSchema } from './json-schema.ts';

/** Keywords that only say that something inside them does not fit, which is listed as well. */
const OUTER: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'items',
  'prefixItems',
  'allOf',
  'if',
  'dependentSchemas',
  '$ref',
  // Behind a schema that is `false`, whose keyword tells more.
  'false',
]);
const MAX_ISSUES = 10;

/**
 * What keeps a value from fitting a JSON Schema of draft 2020-12, in words, one line a finding; empty when it fits. Loaded with
 * the first call of a tool whose schema says more than the keywords that are checked without it.
 *
 * @throws `Error` when the schema itself cannot be applied: a `pattern` that is no regular expression, a `$ref` that leads
 * nowhere.
 */
export function checkJsonSchema(schema: JsonSchema, value: unknown): readonly string[] {
  // As the wire would carry it: a form may leave members that are undefined.
  const json: unknown = JSON.parse(JSON.stringify(value ?? null));
  // The same object: only the exactness of optional members differs between the types.
  const { valid, errors } = new Validator(schema as Schema, '2020-12', false).validate(json);
  if (valid) return [];
  const inner = errors.filter(({ keyword }) => !OUTER.has(keyword));
  return (inner.length > 0 ? inner : errors).slice(0, MAX_ISSUES).map(({ instanceLocation, error }) => {
    const path = instanceLocation.slice(1).replaceAll('/', '.');
    return `arguments${path}: ${error.replace(/\.$/, '')}`;
  });
}
