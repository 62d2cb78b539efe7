import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLines } from './split-lines.ts';

const anyCode = fc
  .array(fc.constantFrom('', 'a', '  b();', '// c'), { maxLength: 120 })
  .map((lines) => lines.join('\n'));

test('joined again, the stretches are the code', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      const joined = splitLines(code).join('\n');
      // A line break at the very end makes no line of its own.
      expect([joined, `${joined}\n`]).toContain(code);
    }),
    { seed: 1 },
  );
});

test('code that grows keeps all its stretches but the last', () => {
  fc.assert(
    fc.property(anyCode, fc.nat(), (code, cut) => {
      const before = splitLines(code.slice(0, cut));
      expect(splitLines(code).slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    }),
    { seed: 1 },
  );
});

test('no stretch but the last ends in an empty line', () => {
  const code = Array.from({ length: 100 }, (_, line) => (line % 3 ? '' : 'x')).join('\n');
  expect(splitLines(code).length).toBeGreaterThan(2);
  expect(
    splitLines(code)
      .slice(0, -1)
      .some((stretch) => stretch.endsWith('\n')),
  ).toBe(false);
});
