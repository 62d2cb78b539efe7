import { expect, test } from 'vitest';
import { markedBlock, markedBlocks, replaceOnce } from './marked-blocks.ts';

const page = `
Text.

<!-- file: src/App.tsx -->
\`\`\`tsx
one();

two();
\`\`\`

\`\`\`ts
unmarked();
\`\`\`

<!-- command: serve -->

\`\`\`sh
npx serve
\`\`\`
`;

test('markedBlocks returns the marked blocks of a document with their code', () => {
  expect(markedBlocks(page)).toEqual([
    { kind: 'file', name: 'src/App.tsx', code: 'one();\n\ntwo();\n' },
    { kind: 'command', name: 'serve', code: 'npx serve\n' },
  ]);
});

test('markedBlock throws an error with the name of a missing block', () => {
  expect(() => markedBlock(page, 'file', 'src/other.ts')).toThrow('<!-- file: src/other.ts -->');
});

test('replaceOnce throws unless the text contains the part exactly once', () => {
  expect(replaceOnce('a b c', 'b', 'x')).toBe('a x c');
  expect(() => replaceOnce('a a', 'a', 'x')).toThrow('2 times');
  expect(() => replaceOnce('a', 'b', 'x')).toThrow('0 times');
});
