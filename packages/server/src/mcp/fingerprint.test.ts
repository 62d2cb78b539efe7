import { expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

const TOOL = {
  description: 'Reads.',
  inputSchema: { type: 'object', properties: { a: { type: 'string' } } },
};

it('a fingerprint does not depend on the order of members', async () => {
  const reordered = {
    inputSchema: { properties: { a: { type: 'string' } }, type: 'object' },
    description: 'Reads.',
  };
  expect(await fingerprintOf(reordered)).toBe(await fingerprintOf(TOOL));
});

it.each([
  ['the description', { ...TOOL, description: 'Reads all.' }],
  ['the schema', { ...TOOL, inputSchema: { type: 'object' } }],
  ['a list for an object', { ...TOOL, inputSchema: [['type', 'object']] }],
])('a fingerprint changes with %s', async (_what, changed) => {
  expect(await fingerprintOf(changed)).not.toBe(await fingerprintOf(TOOL));
});
