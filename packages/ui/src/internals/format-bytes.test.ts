import { expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1,023 bytes'],
  [1024, '1 kB'],
  [1300, '1.3 kB'],
  [319_488, '312 kB'],
  [20 * 1024 * 1024, '20 MB'],
  [5 * 1024 ** 4, '5,120 GB'],
])('formatBytes formats %i as %s', (bytes, text) => {
  expect(formatBytes(bytes, 'en')).toBe(text);
});
