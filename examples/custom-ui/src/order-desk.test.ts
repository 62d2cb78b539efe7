import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('a chat with its own message, run and composer takes at most 30 lines', () => {
  const source = readFileSync(new URL('./order-desk.tsx', import.meta.url), 'utf8');
  expect(source.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(30);
});
