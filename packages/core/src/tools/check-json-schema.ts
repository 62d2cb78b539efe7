import { type Schema, Validator } from '@cfworker/json-schema';
import type { JsonSchema } from './json-schema.ts';

/** Keywords whose errors only repeat that a nested error exists. */
const APPLICATORS: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'items',
  'prefixItems',
  'allOf',
  'if',
  'dependentSchemas',
  '$ref',
  // Follows an error of the keyword that has the schema `false`.
  'false',
]);
const MAX_ISSUES = 10;

/**
 * The errors of a value against a JSON Schema of draft 2020-12, one line each; empty when it is valid. Loaded with the first
 * call of a tool whose schema uses more than the keywords that are checked without it.
 *
 * @throws `Error` when the schema itself cannot be applied: an invalid `pattern`, or a `$ref` that
 * cannot be resolved.
 */
export function checkJsonSchema(schema: JsonSchema, value: unknown): readonly string[] {
  // Drops undefined members, which a form may leave and JSON cannot have.
  const json: unknown = JSON.parse(JSON.stringify(value ?? null));
  // The types differ only in exact optional properties.
  const { valid, errors } = new Validator(schema as Schema, '2020-12', false).validate(json);
  if (valid) return [];
  const inner = errors.filter(({ keyword }) => !APPLICATORS.has(keyword));
  return (inner.length > 0 ? inner : errors).slice(0, MAX_ISSUES).map(({ instanceLocation, error }) => {
    const path = instanceLocation.slice(1).replaceAll('/', '.');
    return `arguments${path}: ${error.replace(/\.$/, '')}`;
  });
}
