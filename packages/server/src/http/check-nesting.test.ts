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
    ['unbalanced closing brackets', ']'.repeat(1_000) + '['.repeat(200)],
    ['an unterminated string', `"${'['.repeat(1_000)}`],
    ['a string without an end', `"${'['.repeat(1_000)}`],
    ['a backslash at the end', '["\\'],
    ['an empty text', ''],
  ])('checkNesting accepts %s', (_what, text) => {
    expect(() => checkNesting(text)).not.toThrow();
  });

  it.each<[string, string, string]>([
    ['more than a hundred levels', '['.repeat(101), 'body_too_deep'],
    ['more than a hundred levels of objects', '{"a":'.repeat(101), 'body_too_deep'],
    ['more than a hundred levels after a string', `["\\\\",${'['.repeat(101)}`, 'body_too_deep'],
    ['more than a hundred thousand values', `[${'1,'.repeat(100_001)}1]`, 'body_too_complex'],
    ['more than a hundred thousand members', `{${'"a":1,'.repeat(100_001)}"a":1}`, 'body_too_complex'],
    ['more than a hundred thousand objects', `[${'{},'.repeat(100_000)}{}]`, 'body_too_complex'],
  ])('checkNesting refuses %s', (_what, text, code) => {
    expect(() => checkNesting(text)).toThrow(
      expect.objectContaining({ status: 400, body: { error: expect.objectContaining({ code }) } }),
    );
  });
});
