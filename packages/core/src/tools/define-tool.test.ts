import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineTool } from './define-tool.ts';
import type { JsonSchema } from './json-schema.ts';

describe('defineTool', () => {
  it('defineTool takes the JSON Schema of a zod schema’s input', () => {
    const tool = defineTool({
      name: 'wipe',
      parameters: z.object({ path: z.string(), depth: z.number().default(1) }),
    });
    expect(tool.jsonSchema).toMatchObject({
      type: 'object',
      properties: { path: { type: 'string' }, depth: { type: 'number', default: 1 } },
      required: ['path'],
    });
  });

  it('a tool validates arguments with its schema and fills in defaults', async () => {
    const tool = defineTool({ name: 'wipe', parameters: z.object({ depth: z.number().default(1) }) });
    await expect(tool['~run'].validate({})).resolves.toEqual({ depth: 1 });
    await expect(tool['~run'].validate({ depth: 'two' })).rejects.toMatchObject({
      kind: 'tool',
      message: expect.stringContaining('depth'),
    });
  });

  it('a tool validates arguments with a plain JSON Schema', async () => {
    const tool = defineTool({
      name: 'weather',
      parameters: {
        type: 'object',
        properties: {
          city: { type: 'string' },
          days: { type: 'array', items: { type: 'integer' } },
          unit: { enum: ['c', 'f'] },
        },
        required: ['city'],
      },
    });
    const valid = { city: 'Bern', days: [1], unit: 'c' };
    await expect(tool['~run'].validate(valid)).resolves.toEqual(valid);
    await expect(tool['~run'].validate({ days: [1.5], unit: 'k' })).rejects.toThrow(
      'The arguments do not fit the tool: arguments.city is missing; arguments.days[0] must be integer, not number; arguments.unit must be one of "c", "f".',
    );
  });

  const limits: Record<string, [JsonSchema, unknown, unknown]> = {
    additionalProperties: [
      { type: 'object', properties: { path: { type: 'string' } }, additionalProperties: false },
      { path: '/a' },
      { path: '/a', force: true },
    ],
    pattern: [
      { properties: { path: { type: 'string', pattern: '^/tmp/' } } },
      { path: '/tmp/a' },
      { path: '/etc/a' },
    ],
    minimum: [{ properties: { days: { type: 'integer', minimum: 1 } } }, { days: 1 }, { days: 0 }],
    maxLength: [{ properties: { name: { maxLength: 3 } } }, { name: 'abc' }, { name: 'abcd' }],
    minItems: [{ properties: { ids: { type: 'array', minItems: 1 } } }, { ids: [1] }, { ids: [] }],
    'enum inside anyOf': [
      { properties: { unit: { anyOf: [{ enum: ['c', 'f'] }, { type: 'null' }] } } },
      { unit: null },
      { unit: 'k' },
    ],
    'enum of objects': [{ properties: { at: { enum: [{ x: 1 }] } } }, { at: { x: 1 } }, { at: { x: 2 } }],
    $ref: [
      { $defs: { city: { type: 'string', minLength: 2 } }, properties: { city: { $ref: '#/$defs/city' } } },
      { city: 'Bern' },
      { city: 'B' },
    ],
    'oneOf and not': [
      { properties: { n: { oneOf: [{ type: 'integer' }, { type: 'string' }], not: { const: 0 } } } },
      { n: 1 },
      { n: 0 },
    ],
  };

  it.each(Object.entries(limits))(
    '%s of a plain JSON Schema is enforced',
    async (_name, [parameters, good, bad]) => {
      const tool = defineTool({ name: 'limited', parameters, strict: true });
      await expect(tool['~run'].validate(good)).resolves.toEqual(good);
      await expect(tool['~run'].validate(bad)).rejects.toMatchObject({
        kind: 'tool',
        message: expect.stringMatching(/^The arguments do not fit the tool: arguments/),
      });
    },
  );

  it('the error of invalid arguments reports their path and the limit', async () => {
    const parameters = {
      properties: { trip: { type: 'object', properties: { days: { type: 'integer', maximum: 9 } } } },
      additionalProperties: false,
    } as const;
    const tool = defineTool({ name: 'trip', parameters });
    await expect(tool['~run'].validate({ trip: { days: 12 }, extra: 1 })).rejects.toThrow(
      'The arguments do not fit the tool: arguments.trip.days: 12 is greater than 9; arguments: Property "extra" does not match additional properties schema.',
    );
  });

  it.each<[string, JsonSchema]>([
    ['a pattern that is no regular expression', { properties: { path: { pattern: '(' } } }],
    ['a reference that leads nowhere', { properties: { path: { $ref: '#/$defs/missing' } } }],
    ['a reference to itself', { $ref: '#' }],
  ])('a schema with %s rejects every call', async (_name, parameters) => {
    const tool = defineTool({ name: 'broken', parameters });
    await expect(tool['~run'].validate({ path: '/a' })).rejects.toThrow(/its schema cannot be applied/);
  });

  it('defineTool throws when a schema has no JSON Schema and none is passed', () => {
    const options = { name: 'roll', parameters: v.object({ sides: v.number() }) };
    expect(() => defineTool(options as never)).toThrow(/Pass one as jsonSchema/);
  });

  it('defineTool throws for a name that the API does not accept', () => {
    expect(() => defineTool({ name: 'wipe file', parameters: { type: 'object' } })).toThrow(
      /"wipe file" cannot be sent/,
    );
  });

  it('a tool serializes outputs: strings as they are, other values as JSON', () => {
    const tool = defineTool({ name: 'x', parameters: { type: 'object' } });
    expect(tool['~run'].serialize('plain')).toBe('plain');
    expect(tool['~run'].serialize({ a: 1 })).toBe('{"a":1}');
    expect(tool['~run'].serialize(undefined)).toBe('null');
  });
});
