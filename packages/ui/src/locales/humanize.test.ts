import { describe, expect, test } from 'vitest';
import { humanize } from './humanize.ts';

describe('humanize', () => {
  test.each([
    ['change_theme', 'change theme'],
    ['rollDice', 'roll dice'],
    ['get-URLInfo', 'get URL info'],
    ['wipe', 'wipe'],
    ['__x__', 'x'],
    ['files__read_text_file', 'files: read text file'],
    ['github__getIssue', 'github: get issue'],
    ['a___b', 'a: b'],
  ])('humanizes %s to "%s"', (name, text) => {
    expect(humanize(name)).toBe(text);
  });
});
