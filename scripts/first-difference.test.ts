import { expect, test } from 'vitest';
import { firstDifference } from './first-difference.ts';

test('firstDifference shows the first line that differs in both texts', () => {
  expect(firstDifference('a\nb\nc', 'a\nB\nC')).toBe(
    'differs from line 2 on:\n  committed: b\n  sources:   B',
  );
});

test('firstDifference shows the end of the shorter text when the other one continues', () => {
  expect(firstDifference('a', 'a\nb')).toBe('differs from line 2 on:\n  committed: (end)\n  sources:   b');
  expect(firstDifference('a\nb', 'a')).toBe('differs from line 2 on:\n  committed: b\n  sources:   (end)');
});

test('firstDifference reports no difference for equal texts', () => {
  expect(firstDifference('a\nb', 'a\nb')).toBe('does not differ.');
});
