import { describe, expect, it } from 'vitest';
import { toCallArguments } from './call-arguments.ts';

describe('toCallArguments', () => {
  it.each<[string, string, string]>([
    ['an object, with its formatting', '{ "n": 1.0 }', '{ "n": 1.0 }'],
    ['an object that was encoded twice', String.raw`"{\"city\":\"Oslo\"}"`, '{"city":"Oslo"}'],
    ['an empty text as {}', '', '{}'],
    ['a truncated object as {}', '{"city":"Os', '{}'],
    ['text as {}', 'Oslo', '{}'],
    ['a list as {}', '[1]', '{}'],
    ['null as {}', 'null', '{}'],
    ['a JSON string as {}', '"Oslo"', '{}'],
  ])('toCallArguments returns %s', (_form, text, expected) => {
    expect(toCallArguments(text)).toBe(expected);
  });
});
