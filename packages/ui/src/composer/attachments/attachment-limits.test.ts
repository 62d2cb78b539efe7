import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, findRejectionReason } from './attachment-limits.ts';

const file = (name: string, type = '', size = 1) => ({ name, type, size });

describe('findRejectionReason', () => {
  it.each([
    [file('a.txt'), 0, {}, undefined],
    [file('a.txt'), 9, {}, undefined],
    [file('a.txt'), 10, {}, 'too-many'],
    [file('a.txt', '', 0), 0, {}, 'empty'],
    [file('a.txt', '', 20 * 1024 * 1024), 0, {}, undefined],
    [file('a.txt', '', 20 * 1024 * 1024 + 1), 0, {}, 'too-large'],
    [file('A.PDF'), 0, { accept: 'image/*, .pdf' }, undefined],
    [file('a', 'image/webp'), 0, { accept: 'image/*,.pdf' }, undefined],
    [file('a', 'text/csv'), 0, { accept: 'text/csv' }, undefined],
    [file('a.exe', 'application/x-msdownload'), 0, { accept: 'image/*,.pdf,text/csv' }, 'wrong-type'],
  ])(
    'findRejectionReason of %j with %i other files and the limits %j is %s',
    (given, count, limits, reason) => {
      expect(findRejectionReason(given, count, { ...DEFAULT_LIMITS, ...limits })).toBe(reason);
    },
  );
});
