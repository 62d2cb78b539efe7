import { describe, expect, it } from 'vitest';
import { toCallArguments } from './call-arguments.ts';

describe('toCallArguments', () => {
  it.each<[string, string, string]>([
    ['an object, in the form it came in', '{ "n": 1.0 }', '{ "n": 1.0 }'],
    ['an object that was encoded twice', String.raw`"{\"city\":\"Oslo\"}"`, '{"city":"Oslo"}'],
    ['nothing', '', '{}'],
    ['an object that is cut', '{"city":"Os', '{}'],
    ['text', 'Oslo', '{}'],
    ['a list', '[1]', '{}'],
    ['null', 'null', '{}'],
    ['text as JSON', '"Oslo"', '{}'],
  ])('hands back %s', (_form, text, handedBack) => {
    expect(toCallArguments(text)).toBe(handedBack);
  });
});
