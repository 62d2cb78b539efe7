import { expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

test('parseJson returns undefined for text that is not JSON', () => {
  expect(parseJson('{"a":')).toBeUndefined();
  expect(parseJson('{"a":1}')).toEqual({ a: 1 });
});
