import { expect, test } from 'vitest';
import { isComposing } from './is-composing.ts';

test.each([
  ['a DOM event of a composition', { isComposing: true, keyCode: 13 }, true],
  ['Safari’s Enter after a composition', { isComposing: false, keyCode: 229 }, true],
  ['a DOM event outside of a composition', { isComposing: false, keyCode: 27 }, false],
  ['a React event of a composition', { nativeEvent: { isComposing: true }, keyCode: 27 }, true],
  ['a React event outside of a composition', { nativeEvent: { isComposing: false }, keyCode: 27 }, false],
])('isComposing of %s: %3$s', (_, event, expected) => {
  expect(isComposing(event)).toBe(expected);
});
