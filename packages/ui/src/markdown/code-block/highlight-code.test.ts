import { describe, expect, test } from 'vitest';
import { highlightCode } from './highlight-code.ts';

const highlighted = (code: string, language: string): string =>
  highlightCode(code, language)
    .tokens.map(({ kind, text }) => (kind ? `<${kind}>${text}</>` : text))
    .join('');

describe('highlightCode', () => {
  test.each([
    ['const a = "x"; // why', 'ts', '<keyword>const</> a = <string>"x"</>; <comment>// why</>'],
    ['a = "# no" # yes', 'python', 'a = <string>"# no"</> <comment># yes</>'],
    ['url = "http://x" /* open', 'go', 'url = <string>"http://x"</> <comment>/* open</>'],
    ['{"if": "a\\"b"}', 'json', '{<string>"if"</>: <string>"a\\"b"</>}'],
    ['a.type = if.x', 'ts', 'a.type = <keyword>if</>.x'],
    ['unclosed "string\nnext', 'js', 'unclosed "string\nnext'],
  ])('highlightCode highlights %s (%s)', (code, language, expected) => {
    expect(highlighted(code, language)).toBe(expected);
  });
});

test('code of an unknown language is one plain token', () => {
  expect(highlightCode('if "x" // y', 'text').tokens).toEqual([{ kind: undefined, text: 'if "x" // y' }]);
});

test('highlighting preserves every character', () => {
  const code = "for (const x of `a${1}`) {\n  // c\n  return 'y';\n}\n";
  expect(
    highlightCode(code, 'tsx')
      .tokens.map(({ text }) => text)
      .join(''),
  ).toBe(code);
});
