import { describe, expect, it } from 'vitest';
import { lastNumber } from './find-text.ts';

describe('lastNumber', () => {
  it('lastNumber returns the last number of a text', () => {
    expect(lastNumber('The row comes to 1001. The step comes to 1002. And then')).toBe('1002');
  });

  it('lastNumber ignores a number at the end of the text, which may be incomplete', () => {
    expect(lastNumber('comes to 1001. The step comes to 1002')).toBe('1001');
  });

  it('lastNumber ignores numbers below 1000, as in tables and code', () => {
    expect(lastNumber('comes to 1001.\n| a | 999 |\n')).toBe('1001');
    expect(lastNumber('| a | 999 |')).toBeUndefined();
  });
});
