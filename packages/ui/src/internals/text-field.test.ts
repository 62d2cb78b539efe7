import type { KeyboardEvent } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { sendsOnEnter } from './text-field.ts';

/** Stubs `matchMedia` for a device with these features; each query joins features with `and`. */
function useMedia(...features: readonly string[]): void {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.split(' and ').every((feature) => features.includes(feature.slice(1, -1))),
  }));
}

const key = (pressed: Partial<KeyboardEvent>): KeyboardEvent =>
  ({ shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...pressed }) as KeyboardEvent;
const sends = (pressed: Partial<KeyboardEvent> = {}): boolean =>
  sendsOnEnter(key({ key: 'Enter', ...pressed }));

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['a desktop', ['pointer: fine', 'any-pointer: fine', 'any-hover: hover'], true],
  [
    'a laptop with a touch screen',
    ['pointer: fine', 'any-pointer: coarse', 'any-pointer: fine', 'any-hover: hover'],
    true,
  ],
  [
    'a tablet in a keyboard case',
    ['pointer: coarse', 'any-pointer: coarse', 'any-pointer: fine', 'any-hover: hover'],
    true,
  ],
  ['a phone', ['pointer: coarse', 'any-pointer: coarse'], false],
  ['a phone with a pen', ['pointer: coarse', 'any-pointer: coarse', 'any-pointer: fine'], false],
  ['a phone whose touches hover', ['pointer: coarse', 'any-pointer: coarse', 'any-hover: hover'], false],
])('sendsOnEnter on %s: %3$s', (_, features, expected) => {
  useMedia(...features);
  expect(sends()).toBe(expected);
  expect(sends({ shiftKey: true })).toBe(false);
  expect(sends({ ctrlKey: true })).toBe(true);
  expect(sends({ metaKey: true })).toBe(true);
});

test('sendsOnEnter is true where `matchMedia` is missing', () => {
  vi.stubGlobal('matchMedia', undefined);
  expect(sends()).toBe(true);
});
