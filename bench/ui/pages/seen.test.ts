import { describe, expect, it } from 'vitest';
import { lastNumber } from './seen.ts';

describe('lastNumber', () => {
  it('finds how far a text has come', () => {
    expect(lastNumber('The row comes to 1001. The step comes to 1002. And then')).toBe('1002');
  });

  it('does not take a number that may still grow', () => {
    expect(lastNumber('comes to 1001. The step comes to 1002')).toBe('1001');
  });

  it('overlooks the small numbers of tables and code', () => {
    expect(lastNumber('comes to 1001.\n| a | 999 |\n')).toBe('1001');
    expect(lastNumber('| a | 999 |')).toBeUndefined();
  });
});
