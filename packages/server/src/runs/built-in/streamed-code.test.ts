import { describe, expect, it } from 'vitest';
import { createStreamedCode } from './streamed-code.ts';

function read(text: string, size: number): string {
  const reader = createStreamedCode();
  let code = '';
  for (let at = 0; at < text.length; at += size) code += reader.add(text.slice(at, at + size));
  return code + reader.end();
}

describe('createStreamedCode', () => {
  it.each([['print("a\\b")\n# ü 🍵 \u2028 \u0000 "quotes" \\n\ttab'], [''], ['x = 1'], ['"']])(
    'reads the code %j in pieces of any length',
    (code) => {
      const text = JSON.stringify({ code });
      for (let size = 1; size <= text.length; size += 1) expect(read(text, size)).toBe(code);
    },
  );

  it('shows the code before its end', () => {
    const reader = createStreamedCode();
    expect(reader.add('{"code": "pri')).toBe('pri');
    expect(reader.add('nt(1)\\')).toBe('nt(1)');
    expect(reader.add('n')).toBe('\n');
  });

  it.each([
    ['{"timeout": 3, "language": "python", "code": "x"}', 'x'],
    ['{"code": "x", "more": "y"}', 'x'],
    ['{"other": {"code": 1}, "code": "x"}', 'x'],
    ['"x"', 'x'],
    ['import csv\nprint({"code": 1})', 'import csv\nprint({"code": 1})'],
    ['{}', ''],
    ['{"cmd": "x"}', '{"cmd": "x"}'],
    ['', ''],
    ['{"code": "\\u00e9\\ud83c\\udf75"}', 'é🍵'],
    ['{"code": "cut off', 'cut off'],
  ])('reads %j as %j', (text, code) => {
    for (let size = 1; size <= Math.max(1, text.length); size += 1) expect(read(text, size)).toBe(code);
  });

  it('reads long arguments without code in linear time', () => {
    const text = JSON.stringify({ a: 'x'.repeat(200_000) });
    expect(read(text, 4)).toBe(text);
  });
});
