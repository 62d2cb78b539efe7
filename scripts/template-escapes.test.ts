import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { repositoryRoot } from './repository-root.ts';

/** A digit behind a backslash that no other backslash escapes. */
const DIGIT_ESCAPE = /(?<!\\)(?:\\\\)*\\\d/;

/** Whether a part of the tree has a template string with such a digit, as in `String.raw`. */
function hasDigitEscape(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ('type' in node && node.type === 'TemplateElement' && 'value' in node) {
    const { raw } = node.value as { raw: string };
    return DIGIT_ESCAPE.test(raw);
  }
  return Object.values(node).some(hasDigitEscape);
}

const parse = (path: string, code: string): unknown => parseSync(path, code).program;

test('a digit behind a backslash is found in template strings only', () => {
  expect(hasDigitEscape(parse('a.ts', 'export const a = String.raw`(a)\\1`;'))).toBe(true);
  expect(hasDigitEscape(parse('a.ts', 'export const a = String.raw`(a)\\\\1`;'))).toBe(false);
  expect(hasDigitEscape(parse('a.ts', 'export const a = /(a)\\1/;'))).toBe(false);
});

test('no template string of the packages has one: the minifier of webpack refuses it', () => {
  const files = globSync('packages/{core,react,ui}/src/**/*.{ts,tsx}', { cwd: repositoryRoot });
  expect(files.length).toBeGreaterThan(100);
  const found = files.filter((file) =>
    hasDigitEscape(parse(file, readFileSync(join(repositoryRoot, file), 'utf8'))),
  );
  expect(found).toEqual([]);
});
