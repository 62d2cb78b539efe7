import { expect, test } from 'vitest';
import { findPatterns } from './patterns.ts';
import { slowPatterns } from './slow-patterns.ts';

const find = (code: string) => findPatterns('a.ts', code);

test('findPatterns finds literals and calls of RegExp, with their lines', () => {
  const code = `const a = /x+/gu;\nnew RegExp('y', 'm');\nRegExp(a.source);\nconst text = '/z/';\n// /q/\n`;
  expect(find(code).map(({ line, source, flags }) => [line, source, flags])).toEqual([
    [1, 'x+', 'gu'],
    [2, 'y', 'm'],
    [3, undefined, ''],
  ]);
});

test('slowPatterns reports the location of a pattern that takes more than linear time', () => {
  const [cubic] = slowPatterns(find('\n/^\\s*(?:[a\\s]+|b)\\s*$/;'));
  expect(cubic).toMatch(/^a\.ts:2 .* takes 3rd degree polynomial time\. Make it linear, or add the reason/);
  expect(slowPatterns(find('/(a+)+$/;'))[0]).toMatch(/exponential/);
  expect(slowPatterns(find('/^(?:a|b)*$/; /【[^【】]*】/g;'))).toEqual([]);
});

test('slowPatterns reports a pattern that is built at run time', () => {
  expect(slowPatterns(find('new RegExp(`a${b}`);'))[0]).toMatch(/^a\.ts:1 a pattern is built at run time/);
});

test('slowPatterns accepts a pattern with a reason beside it or for the whole file', () => {
  expect(slowPatterns(find('// linear: of ten characters\n/(a+)+$/;'))).toEqual([]);
  expect(slowPatterns(find('/(a+)+$/; // linear: of ten characters'))).toEqual([]);
  expect(slowPatterns(find('// linear in this file: all of it is ours\n\n\n/(a+)+$/;'))).toEqual([]);
  expect(slowPatterns(find('// linear:\n/(a+)+$/;'))).toHaveLength(1);
});
