import { expect, it } from 'vitest';
import { acceptsReasoning } from './accepts-reasoning.ts';

it.each<[string, Record<string, string>, boolean]>([
  ['no header', {}, false],
  ['the word', { 'threadkit-accept': 'reasoning' }, true],
  ['a name in another case', { 'Threadkit-Accept': 'reasoning' }, true],
  ['a value in another case', { 'threadkit-accept': 'Reasoning' }, false],
  ['several words', { 'threadkit-accept': 'other, reasoning' }, true],
  ['a longer word', { 'threadkit-accept': 'reasoning-text' }, false],
])('with %s, a client gets the steps that it declares to read', (_name, headers, isAccepted) => {
  expect(acceptsReasoning(new Headers(headers))).toBe(isAccepted);
});
