import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('a chat with tool approval, stop and resume after a reload takes under 20 lines', () => {
  const source = readFileSync(new URL('./app.tsx', import.meta.url), 'utf8');
  expect(source.split('\n').filter((line) => line.trim() !== '').length).toBeLessThan(20);
});
