import { expect, test } from 'vitest';
import { composerMode } from './composer-field.ts';

test.each([
  [false, false, 'idle'],
  [false, true, 'send'],
  [true, false, 'stop'],
  [true, true, 'queue'],
] as const)('composerMode with isBusy %s and hasText %s is %s', (isBusy, hasText, mode) => {
  expect(composerMode({ isBusy, hasText })).toBe(mode);
});
