import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { repositoryRoot } from './repository-root.ts';

/** An unescaped backslash followed by a digit. */
const DIGIT_ESCAPE = /(?<!\\)(?:\\\\)*\\\d/;

/** Whether the syntax tree contains a template string with a digit escape, as in `String.raw`. */
function hasDigitEscape(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ('type' in node && node.type === 'TemplateElement' && 'value' in node) {
    const { raw } = node.value as { raw: string };
    return DIGIT_ESCAPE.test(raw);
  }
  return Object.values(node).some(hasDigitEscape);
}

const parse = (path: string, code: string): unknown => parseSync(path, code).program;

test('hasDigitEscape finds digit escapes only in template strings', () => {
  expect(hasDigitEscape(parse('a.ts', 'export const a = String.raw`(a)\\1`;'))).toBe(true);
  expect(hasDigitEscape(parse('a.ts', 'export const a = String.raw`(a)\\\\1`;'))).toBe(false);
  expect(hasDigitEscape(parse('a.ts', 'export const a = /(a)\\1/;'))).toBe(false);
});

test('template strings of the packages contain no digit escapes, which webpack cannot minify', () => {
  const files = globSync('packages/{core,react,ui}/src/**/*.{ts,tsx}', { cwd: repositoryRoot });
  expect(files.length).toBeGreaterThan(100);
  const found = files.filter((file) =>
    hasDigitEscape(parse(file, readFileSync(join(repositoryRoot, file), 'utf8'))),
  );
  expect(found).toEqual([]);
});
