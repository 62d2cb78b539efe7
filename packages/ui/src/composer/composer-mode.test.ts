import { expect, test } from 'vitest';
import { composerMode } from './composer-mode.ts';

test.each([
  [false, false, 'idle'],
  [false, true, 'send'],
  [true, false, 'stop'],
  [true, true, 'queue'],
] as const)('busy %s, text %s: %s', (isBusy, hasText, mode) => {
  expect(composerMode({ isBusy, hasText })).toBe(mode);
});
