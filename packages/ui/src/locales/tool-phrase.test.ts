import { describe, expect, test } from 'vitest';
import { humanise } from './tool-phrase.ts';

describe('humanise', () => {
  test.each([
    ['change_theme', 'change theme'],
    ['rollDice', 'roll dice'],
    ['get-URLInfo', 'get URL info'],
    ['wipe', 'wipe'],
    ['__x__', 'x'],
  ])('%s reads as "%s"', (name, text) => {
    expect(humanise(name)).toBe(text);
  });
});
