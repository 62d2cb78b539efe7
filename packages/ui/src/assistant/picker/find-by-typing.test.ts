import { describe, expect, test } from 'vitest';
import { appendLetter, findByTyping, type TypedText } from './find-by-typing.ts';

const names = ['Ada', 'Billing', 'Blue', 'Support'];
const find = (text: string, current: number) => findByTyping(names, current, { text, at: 0 });

describe('findByTyping', () => {
  test.each([
    ['b', 0, 1],
    ['b', 1, 2],
    ['b', 2, 1],
    ['bb', 1, 2],
    ['bl', 1, 2],
    ['bl', 2, 2],
    ['s', -1, 3],
    ['a', 0, 0],
    ['x', 0, undefined],
  ])('"%s" typed at index %i selects index %s', (text, current, place) => {
    expect(find(text, current)).toBe(place);
  });

  test('findByTyping returns undefined for an empty list', () => {
    expect(findByTyping([], -1, { text: 'a', at: 0 })).toBeUndefined();
  });
});

test('appendLetter continues the word until a pause, then starts a new one', () => {
  let typed: TypedText = { text: '', at: 0 };
  typed = appendLetter(typed, 'S', 10_000);
  typed = appendLetter(typed, 'u', 10_300);
  expect(typed.text).toBe('su');
  expect(appendLetter(typed, 'a', 12_000).text).toBe('a');
});
