import { expect, test } from 'vitest';
import { markedBlock, markedBlocks, replaceOnce } from './marked-blocks.ts';

const page = `
Words.

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

test('the blocks of a document that are marked are found with their code', () => {
  expect(markedBlocks(page)).toEqual([
    { kind: 'file', name: 'src/App.tsx', code: 'one();\n\ntwo();\n' },
    { kind: 'command', name: 'serve', code: 'npx serve\n' },
  ]);
});

test('a block that is not there is an error that names it', () => {
  expect(() => markedBlock(page, 'file', 'src/other.ts')).toThrow('<!-- file: src/other.ts -->');
});

test('a replacement needs its place exactly once', () => {
  expect(replaceOnce('a b c', 'b', 'x')).toBe('a x c');
  expect(() => replaceOnce('a a', 'a', 'x')).toThrow('2 times');
  expect(() => replaceOnce('a', 'b', 'x')).toThrow('0 times');
});
