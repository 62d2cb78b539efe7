import { expect, test } from 'vitest';
import { firstDifference } from './first-difference.ts';

test('the first line that differs is shown from both sides', () => {
  expect(firstDifference('a\nb\nc', 'a\nB\nC')).toBe(
    'differs from line 2 on:\n  committed: b\n  sources:   B',
  );
});

test('a text that only goes on differs where the other one ends', () => {
  expect(firstDifference('a', 'a\nb')).toBe('differs from line 2 on:\n  committed: (end)\n  sources:   b');
  expect(firstDifference('a\nb', 'a')).toBe('differs from line 2 on:\n  committed: b\n  sources:   (end)');
});

test('equal texts do not differ', () => {
  expect(firstDifference('a\nb', 'a\nb')).toBe('does not differ.');
});
