import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLines } from './split-lines.ts';

const anyCode = fc
  .array(fc.constantFrom('', 'a', '  b();', '// c'), { maxLength: 120 })
  .map((lines) => lines.join('\n'));

test('the joined chunks are the code', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      const joined = splitLines(code).join('\n');
      // A line break at the end adds no line.
      expect([joined, `${joined}\n`]).toContain(code);
    }),
    { seed: 1 },
  );
});

test('growing code keeps all chunks but the last', () => {
  fc.assert(
    fc.property(anyCode, fc.nat(), (code, cut) => {
      const before = splitLines(code.slice(0, cut));
      expect(splitLines(code).slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    }),
    { seed: 1 },
  );
});

test('no chunk but the last ends with an empty line', () => {
  const code = Array.from({ length: 100 }, (_, line) => (line % 3 ? '' : 'x')).join('\n');
  expect(splitLines(code).length).toBeGreaterThan(2);
  expect(
    splitLines(code)
      .slice(0, -1)
      .some((chunk) => chunk.endsWith('\n')),
  ).toBe(false);
});
