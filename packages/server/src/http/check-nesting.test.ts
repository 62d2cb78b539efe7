import { describe, expect, it } from 'vitest';
import { checkNesting } from './check-nesting.ts';

describe('checkNesting', () => {
  it.each<[string, string]>([
    ['a hundred levels', '['.repeat(100) + ']'.repeat(100)],
    ['many objects side by side', `[${Array.from({ length: 50_000 }, () => '{}').join(',')}]`],
    ['brackets inside of strings', JSON.stringify({ text: '[{'.repeat(1_000) })],
    ['quotes and backslashes inside of strings', JSON.stringify(['\\', '\\"', '[['.repeat(200), '"\\\\"'])],
    ['a hundred thousand commas', `[${'1,'.repeat(100_000)}1]`],
    ['commas inside of strings', JSON.stringify([','.repeat(200_000)])],
    ['brackets that close what nothing opened', ']'.repeat(1_000) + '['.repeat(200)],
    ['a string without an end', `"${'['.repeat(1_000)}`],
    ['a backslash at the end', '["\\'],
    ['nothing', ''],
  ])('lets %s pass', (_what, text) => {
    expect(() => checkNesting(text)).not.toThrow();
  });

  it.each<[string, string, string]>([
    ['more levels', '['.repeat(101), 'body_too_deep'],
    ['more levels of objects', '{"a":'.repeat(101), 'body_too_deep'],
    ['more levels behind a string', `["\\\\",${'['.repeat(101)}`, 'body_too_deep'],
    ['more values', `[${'1,'.repeat(100_001)}1]`, 'body_too_complex'],
    ['more members', `{${'"a":1,'.repeat(100_001)}"a":1}`, 'body_too_complex'],
    ['more objects', `[${'{},'.repeat(100_000)}{}]`, 'body_too_complex'],
  ])('refuses %s', (_what, text, code) => {
    expect(() => checkNesting(text)).toThrow(
      expect.objectContaining({ status: 400, body: { error: expect.objectContaining({ code }) } }),
    );
  });
});
