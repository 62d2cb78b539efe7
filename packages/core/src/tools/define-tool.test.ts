import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineTool } from './define-tool.ts';

describe('defineTool', () => {
  it('reads the JSON Schema of a zod schema, as the model writes it', () => {
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

  it('validates with the schema and gives its output, defaults filled in', async () => {
    const tool = defineTool({ name: 'wipe', parameters: z.object({ depth: z.number().default(1) }) });
    await expect(tool['~run'].validate({})).resolves.toEqual({ depth: 1 });
    await expect(tool['~run'].validate({ depth: 'two' })).rejects.toMatchObject({
      kind: 'tool',
      message: expect.stringContaining('depth'),
    });
  });

  it('holds arguments against a plain JSON Schema', async () => {
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
    await expect(tool['~run'].validate({ city: 'Bern', days: [1], unit: 'c' })).resolves.toBeTruthy();
    await expect(tool['~run'].validate({ days: [1.5], unit: 'k' })).rejects.toThrow(
      'The arguments do not fit the tool: arguments.city is missing; arguments.days[0] must be integer, not number; arguments.unit must be one of "c", "f".',
    );
  });

  it('asks for a JSON Schema beside a schema that cannot give one', () => {
    const options = { name: 'roll', parameters: v.object({ sides: v.number() }) };
    expect(() => defineTool(options as never)).toThrow(/Pass one as jsonSchema/);
  });

  it('refuses a name the wire does not take', () => {
    expect(() => defineTool({ name: 'wipe file', parameters: { type: 'object' } })).toThrow(
      /"wipe file" cannot be sent/,
    );
  });

  it('writes outputs as text: strings as they are, the rest as JSON', () => {
    const tool = defineTool({ name: 'x', parameters: { type: 'object' } });
    expect(tool['~run'].serialize('plain')).toBe('plain');
    expect(tool['~run'].serialize({ a: 1 })).toBe('{"a":1}');
    expect(tool['~run'].serialize(undefined)).toBe('null');
  });
});
