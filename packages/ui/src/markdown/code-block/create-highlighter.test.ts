import { expect, test } from 'vitest';
import { createHighlighter } from './create-highlighter.ts';
import { splitLines } from './split-lines.ts';

const lines = (count: number, line: string): string => Array.from({ length: count }, () => line).join('\n');
const code = `${lines(20, 'const a = 1;')}\n/* begins\n${lines(40, 'if inside')}\nends */ const b = \`x\n${lines(40, 'if ${c}')}\n\`; // done`;

test('block comments and template strings continue across chunks', () => {
  const chunks = createHighlighter()(splitLines(code), 'ts');
  expect(chunks.length).toBeGreaterThan(2);
  const highlighted = chunks.flatMap(({ tokens }) => tokens);
  expect(highlighted.filter(({ kind }) => kind === 'keyword').map(({ text }) => text)).toEqual(
    Array.from({ length: 21 }, () => 'const'),
  );
  expect(highlighted.at(-1)).toEqual({ kind: 'comment', text: '// done' });
});

test('growing code is highlighted like complete code, and only its last chunk is tokenized again', () => {
  const highlight = createHighlighter();
  let before = highlight([''], 'ts');
  for (let end = 1; end <= code.length; end += 5) {
    const after = highlight(splitLines(code.slice(0, end)), 'ts');
    for (const [index, chunk] of before.slice(0, -1).entries()) expect(after[index]).toBe(chunk);
    before = after;
  }
  expect(highlight(splitLines(code), 'ts')).toEqual(createHighlighter()(splitLines(code), 'ts'));
});
