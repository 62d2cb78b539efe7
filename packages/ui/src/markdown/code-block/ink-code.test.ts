import { describe, expect, test } from 'vitest';
import { inkCode } from './ink-code.ts';

const inked = (code: string, language: string): string =>
  inkCode(code, language)
    .inks.map(({ ink, text }) => (ink ? `<${ink}>${text}</>` : text))
    .join('');

describe('the three inks', () => {
  test.each([
    ['const a = "x"; // why', 'ts', '<keyword>const</> a = <string>"x"</>; <comment>// why</>'],
    ['a = "# no" # yes', 'python', 'a = <string>"# no"</> <comment># yes</>'],
    ['url = "http://x" /* open', 'go', 'url = <string>"http://x"</> <comment>/* open</>'],
    ['{"if": "a\\"b"}', 'json', '{<string>"if"</>: <string>"a\\"b"</>}'],
    ['a.type = if.x', 'ts', 'a.type = <keyword>if</>.x'],
    ['unclosed "string\nnext', 'js', 'unclosed "string\nnext'],
  ])('%s (%s)', (code, language, expected) => {
    expect(inked(code, language)).toBe(expected);
  });
});

test('an unknown language has one ink', () => {
  expect(inkCode('if "x" // y', 'text').inks).toEqual([{ ink: undefined, text: 'if "x" // y' }]);
});

test('no character is lost or added', () => {
  const code = "for (const x of `a${1}`) {\n  // c\n  return 'y';\n}\n";
  expect(
    inkCode(code, 'tsx')
      .inks.map(({ text }) => text)
      .join(''),
  ).toBe(code);
});
