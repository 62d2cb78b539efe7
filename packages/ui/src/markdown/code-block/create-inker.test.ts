import { expect, test } from 'vitest';
import { createInker } from './create-inker.ts';
import { splitLines } from './split-lines.ts';

const lines = (count: number, line: string): string => Array.from({ length: count }, () => line).join('\n');
const code = `${lines(20, 'const a = 1;')}\n/* begins\n${lines(40, 'if inside')}\nends */ const b = \`x\n${lines(40, 'if ${c}')}\n\`; // done`;

test('a comment and a template string go on over the stretches', () => {
  const stretches = createInker()(splitLines(code), 'ts');
  expect(stretches.length).toBeGreaterThan(2);
  const inked = stretches.flatMap(({ inks }) => inks);
  expect(inked.filter(({ ink }) => ink === 'keyword').map(({ text }) => text)).toEqual(
    Array.from({ length: 21 }, () => 'const'),
  );
  expect(inked.at(-1)).toEqual({ ink: 'comment', text: '// done' });
});

test('inked while it grows, it ends as it would at once, and only the last stretch is read again', () => {
  const ink = createInker();
  let before = ink([''], 'ts');
  for (let end = 1; end <= code.length; end += 5) {
    const after = ink(splitLines(code.slice(0, end)), 'ts');
    for (const [index, stretch] of before.slice(0, -1).entries()) expect(after[index]).toBe(stretch);
    before = after;
  }
  expect(ink(splitLines(code), 'ts')).toEqual(createInker()(splitLines(code), 'ts'));
});
