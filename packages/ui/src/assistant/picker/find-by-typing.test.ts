import { describe, expect, test } from 'vitest';
import { findByTyping, type Typed, typeOn } from './find-by-typing.ts';

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
  ])('"%s" at %i goes to %s', (text, current, place) => {
    expect(find(text, current)).toBe(place);
  });

  test('nothing is found among nothing', () => {
    expect(findByTyping([], -1, { text: 'a', at: 0 })).toBeUndefined();
  });
});

test('letters belong together until a pause', () => {
  let typed: Typed = { text: '', at: 0 };
  typed = typeOn(typed, 'S', 10_000);
  typed = typeOn(typed, 'u', 10_300);
  expect(typed.text).toBe('su');
  expect(typeOn(typed, 'a', 12_000).text).toBe('a');
});
