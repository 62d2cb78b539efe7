import { expect, it } from 'vitest';
import { checkedSchema } from './checked-schema.ts';

it('checkedSchema keeps types, members, items and simple values, at any depth', () => {
  const schema = {
    type: 'object',
    properties: {
      names: { type: 'array', items: { type: ['string', 'null'] } },
      kind: { enum: ['a', 1, null] },
      version: { const: 2 },
    },
    required: ['names'],
  };
  expect(checkedSchema(schema)).toEqual(schema);
});

it('checkedSchema leaves out what takes long, and what is malformed', () => {
  const schema = {
    type: 5,
    $ref: '#',
    allOf: [{ $ref: '#' }],
    properties: { text: { type: 'string', pattern: '^(a+)+$' }, any: true, wrong: null },
    patternProperties: { '^(a+)+$': {} },
    required: 'text',
    items: [{}],
    enum: [{}],
    const: [],
  };
  expect(checkedSchema(schema)).toEqual({ properties: { text: { type: 'string' }, any: {}, wrong: {} } });
});
