import { expect, it } from 'vitest';
import { writeBetween } from './write-between.ts';

const markers = { start: '<!-- start -->', end: '<!-- end -->' };

it('leaves what was written by hand', () => {
  const text = 'before\n<!-- start -->\nold\n<!-- end -->\nafter';
  expect(writeBetween(text, markers, 'new')).toBe('before\n<!-- start -->\n\nnew\n\n<!-- end -->\nafter');
});

it('says what is missing where there is no place for it', () => {
  expect(() => writeBetween('nothing', markers, 'new')).toThrow(/put "<!-- start -->"/);
});
