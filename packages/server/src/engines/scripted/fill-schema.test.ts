import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fillSchema } from './fill-schema.ts';
import { MessageFacts } from './message-facts.ts';

const fill = (schema: object, message: string) => fillSchema(schema, new MessageFacts(message));
const object = (properties: object, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});
const text = { type: 'string' };

describe('fillSchema', () => {
  it.each([
    ['a name in capitals', object({ city: text }), 'weather in Paris please', { city: 'Paris' }],
    ['a name of two words', object({ city: text }), 'the weather in New York?', { city: 'New York' }],
    [
      'the words behind a property',
      object({ city: text }),
      'weather, city: san sebastian',
      { city: 'san sebastian' },
    ],
    [
      'quoted texts in their order',
      object({ from: text, to: text }),
      'move "a b" "c"',
      { from: 'a b', to: 'c' },
    ],
    [
      'a mentioned enum value',
      object({ unit: { enum: ['c', 'fahrenheit'] } }),
      'in Fahrenheit',
      { unit: 'fahrenheit' },
    ],
    ['a number', object({ days: { type: 'integer' } }), 'for 3 days', { days: 3 }],
    [
      'the right number',
      object({ page: { type: 'integer' }, size: { type: 'integer' } }),
      'size 50, page 2',
      { page: 2, size: 50 },
    ],
    ['a decimal', object({ amount: { type: 'number' } }), 'refund 12.50 please', { amount: 12.5 }],
    ['a flag', object({ urgent: { type: 'boolean' } }), 'it is urgent', { urgent: true }],
    ['a denied flag', object({ urgent: { type: 'boolean' } }), 'it is not urgent', { urgent: false }],
    [
      'several enum values',
      object({ days: { type: 'array', items: { enum: ['mon', 'tue', 'wed'] } } }),
      'mon and wed',
      { days: ['mon', 'wed'] },
    ],
    [
      'quoted texts of a list',
      object({ tags: { type: 'array', items: text } }),
      'tag it "a" and "b"',
      { tags: ['a', 'b'] },
    ],
    [
      'the message for free text',
      object({ query: text }),
      'find cheap flights',
      { query: 'find cheap flights' },
    ],
  ])('takes %s from the message', (_what, schema, message, expected) => {
    expect(fill(schema, message)).toEqual(expected);
  });

  it.each([
    ['its default', { unit: { type: 'string', default: 'celsius' } }, { unit: 'celsius' }],
    ['its example', { unit: { type: 'string', examples: ['kelvin'] } }, { unit: 'kelvin' }],
    ['its first value', { unit: { enum: ['a', 'b'] } }, { unit: 'a' }],
    ['its constant', { kind: { const: 7 } }, { kind: 7 }],
    ['its format', { day: { type: 'string', format: 'date' } }, { day: '2026-01-15' }],
    ['an email address', { to: { type: 'string', format: 'email' } }, { to: 'someone@example.com' }],
    ['a number in its bounds', { n: { type: 'integer', minimum: 10, multipleOf: 4 } }, { n: 12 }],
    ['a number below its bound', { n: { type: 'number', exclusiveMaximum: 0 } }, { n: -0.5 }],
    [
      'a text of its length',
      { t: { type: 'string', minLength: 30, maxLength: 40 } },
      { t: expect.stringMatching(/^.{30,40}$/) },
    ],
    ['a text of its pattern', { t: { type: 'string', pattern: '^[A-Z]{2}-\\d{4}$' } }, { t: 'AB-1234' }],
    ['something else than null', { t: { anyOf: [{ type: 'null' }, { type: 'boolean' }] } }, { t: true }],
    [
      'as many items as it must',
      { l: { type: 'array', items: { type: 'integer' }, minItems: 2 } },
      { l: [1, 1] },
    ],
    ['an object within', { o: object({ n: { type: 'integer' } }) }, { o: { n: 1 } }],
  ])('falls back to %s', (_what, properties, expected) => {
    expect(fill(object(properties), 'please')).toEqual(expected);
  });

  it('leaves out what is optional and not spoken of', () => {
    const schema = object({ city: text, unit: { enum: ['celsius', 'kelvin'] }, note: text }, ['city']);
    expect(fill(schema, 'weather in Oslo')).toEqual({ city: 'Oslo' });
    expect(fill(schema, 'weather in Oslo in kelvin, note: hurry')).toEqual({
      city: 'Oslo',
      unit: 'kelvin',
      note: 'hurry',
    });
  });

  it('follows local references, joins allOf, and survives a schema that contains itself', () => {
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
    'makes an object of %j',
    (schema) => {
      expect(fillSchema(schema, new MessageFacts('x'))).toEqual({});
    },
  );

  it('fits what a schema library writes', () => {
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
