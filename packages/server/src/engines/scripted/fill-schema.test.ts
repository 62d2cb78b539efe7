import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fillSchema } from './fill-schema.ts';
import { createMessageValues } from './message-values.ts';

const fill = (schema: object, message: string) => fillSchema(schema, createMessageValues(message));
const object = (properties: object, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});
const text = { type: 'string' };

describe('fillSchema', () => {
  it.each([
    ['a capitalized name', object({ city: text }), 'weather in Paris please', { city: 'Paris' }],
    ['a name of two words', object({ city: text }), 'the weather in New York?', { city: 'New York' }],
    [
      'the words after a property name',
      object({ city: text }),
      'weather, city: san sebastian',
      { city: 'san sebastian' },
    ],
    ['quoted texts in order', object({ from: text, to: text }), 'move "a b" "c"', { from: 'a b', to: 'c' }],
    [
      'a mentioned enum value',
      object({ unit: { enum: ['c', 'fahrenheit'] } }),
      'in Fahrenheit',
      { unit: 'fahrenheit' },
    ],
    ['a number', object({ days: { type: 'integer' } }), 'for 3 days', { days: 3 }],
    [
      'the number next to the property name',
      object({ page: { type: 'integer' }, size: { type: 'integer' } }),
      'size 50, page 2',
      { page: 2, size: 50 },
    ],
    [
      'the number after each property name',
      object({ a: { type: 'integer' }, b: { type: 'integer' } }),
      'a 1 b 2',
      { a: 1, b: 2 },
    ],
    [
      'the code and the number after their property names',
      object({ amount: { type: 'number' }, id: text }),
      'ID 7 Amount 50',
      { amount: 50, id: '7' },
    ],
    [
      'the same whatever their order',
      object({ id: text, amount: { type: 'number' } }),
      'amount 50 id 7',
      { id: '7', amount: 50 },
    ],
    [
      'the next number that no property names',
      object({ amount: { type: 'number' }, id: { type: 'integer' } }),
      'refund id 7, 50',
      { amount: 50, id: 7 },
    ],
    [
      'the number beside a part of the property name',
      object({ maxResults: { type: 'integer' }, order_id: { type: 'integer' } }),
      'order 7, results 3',
      { maxResults: 3, order_id: 7 },
    ],
    [
      'the code beside a part of the property name',
      object({ orderId: text, amount: { type: 'number' } }),
      'refund 50 of order A-7',
      { orderId: 'A-7', amount: 50 },
    ],
    [
      'a list of numbers without one that is named otherwise',
      object({ ids: { type: 'array', items: { type: 'integer' } }, limit: { type: 'integer' } }),
      'ids 1 2 limit 5',
      { ids: [1, 2], limit: 5 },
    ],
    ['a decimal', object({ amount: { type: 'number' } }), 'refund 12.50 please', { amount: 12.5 }],
    ['a flag', object({ urgent: { type: 'boolean' } }), 'it is urgent', { urgent: true }],
    ['a negated flag', object({ urgent: { type: 'boolean' } }), 'it is not urgent', { urgent: false }],
    [
      'several enum values',
      object({ days: { type: 'array', items: { enum: ['mon', 'tue', 'wed'] } } }),
      'mon and wed',
      { days: ['mon', 'wed'] },
    ],
    [
      'a list of quoted texts',
      object({ tags: { type: 'array', items: text } }),
      'tag it "a" and "b"',
      { tags: ['a', 'b'] },
    ],
    [
      'the whole message for free text',
      object({ query: text }),
      'find cheap flights',
      { query: 'find cheap flights' },
    ],
  ])('fillSchema takes %s from the message', (_what, schema, message, expected) => {
    expect(fill(schema, message)).toEqual(expected);
  });

  it.each([
    ['the default', { unit: { type: 'string', default: 'celsius' } }, { unit: 'celsius' }],
    ['the first example', { unit: { type: 'string', examples: ['kelvin'] } }, { unit: 'kelvin' }],
    ['the first enum value', { unit: { enum: ['a', 'b'] } }, { unit: 'a' }],
    ['the constant', { kind: { const: 7 } }, { kind: 7 }],
    ['a value of the format', { day: { type: 'string', format: 'date' } }, { day: '2026-01-15' }],
    ['an email address', { to: { type: 'string', format: 'email' } }, { to: 'someone@example.com' }],
    ['a number within its bounds', { n: { type: 'integer', minimum: 10, multipleOf: 4 } }, { n: 12 }],
    ['a number below an exclusive maximum', { n: { type: 'number', exclusiveMaximum: 0 } }, { n: -0.5 }],
    [
      'a text of the required length',
      { t: { type: 'string', minLength: 30, maxLength: 40 } },
      { t: expect.stringMatching(/^.{30,40}$/) },
    ],
    [
      'a text that matches the pattern',
      { t: { type: 'string', pattern: '^[A-Z]{2}-\\d{4}$' } },
      { t: 'AB-1234' },
    ],
    ['an alternative to null', { t: { anyOf: [{ type: 'null' }, { type: 'boolean' }] } }, { t: true }],
    [
      'the minimum number of items',
      { l: { type: 'array', items: { type: 'integer' }, minItems: 2 } },
      { l: [1, 1] },
    ],
    ['a nested object', { o: object({ n: { type: 'integer' } }) }, { o: { n: 1 } }],
  ])('fillSchema falls back to %s', (_what, properties, expected) => {
    expect(fill(object(properties), 'please')).toEqual(expected);
  });

  it('fillSchema leaves out optional properties that the message does not mention', () => {
    const schema = object({ city: text, unit: { enum: ['celsius', 'kelvin'] }, note: text }, ['city']);
    expect(fill(schema, 'weather in Oslo')).toEqual({ city: 'Oslo' });
    expect(fill(schema, 'weather in Oslo in kelvin, note: hurry')).toEqual({
      city: 'Oslo',
      unit: 'kelvin',
      note: 'hurry',
    });
  });

  it('fillSchema follows local references, merges allOf, and stops at a recursive schema', () => {
    const schema = {
      $ref: '#/$defs/node',
      $defs: {
        base: object({ id: { type: 'integer' } }),
        node: { allOf: [{ $ref: '#/$defs/base' }, object({ next: { $ref: '#/$defs/node' } })] },
      },
    };
    expect(fill(schema, 'x')).toMatchObject({ id: 1, next: { id: 1, next: { id: 1 } } });
  });

  it.each([undefined, true, 'nonsense', { type: 'object' }, { type: 'nothing' }])(
    'fillSchema returns an object for %j',
    (schema) => {
      expect(fillSchema(schema, createMessageValues('x'))).toEqual({});
    },
  );

  it('fillSchema fits a schema generated by zod', () => {
    const schema = z.object({
      to: z.email(),
      subject: z.string().min(3).max(60),
      priority: z.enum(['low', 'high']).default('low'),
      attempts: z.number().int().min(1).max(5),
      at: z.iso.datetime().optional(),
      items: z
        .array(z.object({ sku: z.string().regex(/^[A-Z]{2}-\d{4}$/), count: z.int().positive() }))
        .min(1),
    });
    for (const message of ['', 'Send 3 mails to "ada@example.org", high priority', 'subject: Hi there, 99']) {
      expect(schema.safeParse(fill(z.toJSONSchema(schema), message)).error).toBeUndefined();
    }
  });
});
