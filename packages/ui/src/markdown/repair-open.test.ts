import { describe, expect, test } from 'vitest';
import { repairOpen } from './repair-open.ts';
import { samples } from './samples.ts';

describe('what has been opened is closed', () => {
  test.each([
    ['**bold', '**bold**'],
    ['a **bold and *both', 'a **bold and *both***'],
    ['*it', '*it*'],
    ['_it', '_it_'],
    ['~~gone', '~~gone~~'],
    ['call `fetch', 'call `fetch`'],
    ['call ``a ` b', 'call ``a ` b``'],
  ])('%j shows as %j', (open, shown) => {
    expect(repairOpen(open)).toBe(shown);
  });
});

describe('marks whose meaning is not known yet are held back', () => {
  test.each([
    ['a **', 'a'],
    ['**bold*', '**bold**'],
    ['**bold**', '**bold**'],
    ['call `', 'call'],
    ['see [the gui', 'see the gui'],
    ['see [the guide](https://exa', 'see the guide'],
    ['see ![a chart](https://exa', 'see a chart'],
    ['Title\n-', 'Title'],
    ['Text\n#', 'Text'],
    ['1. one\n2', '1. one'],
    ['Text\n\n| a | b |', 'Text'],
    ['Text\n\n| a | b |\n|--', 'Text'],
  ])('%j shows as %j', (open, shown) => {
    expect(repairOpen(open)).toBe(shown);
  });
});

describe('what means nothing special stays', () => {
  test.each([
    '5 * 3 = 15',
    '2*3 is 6',
    'snake_case_name',
    'a [link](https://example.com/x_y) and more',
    '`a * b` and `[x`',
    'escaped \\*star',
    '| a | b |\n|---|---|\n| 1 | 2',
    'one [1] two',
  ])('%j', (text) => {
    expect(repairOpen(text)).toBe(text);
  });
});

test.each(Object.keys(samples))('never throws at any cut of %s, and adds marks only', (name) => {
  const text = samples[name as keyof typeof samples];
  for (let end = 0; end <= text.length; end++) {
    const letters = (value: string): string => value.replace(/[^\p{L}]/gu, '');
    expect(letters(text.slice(0, end)).startsWith(letters(repairOpen(text.slice(0, end))))).toBe(true);
  }
});
