import { describe, expect, it } from 'vitest';
import { guideModules } from './guide-blocks.ts';

const guide = (...lines: string[]): string => lines.join('\n');

describe('guideModules', () => {
  it('guideModules keeps the line numbers of the guide', () => {
    const [module] = guideModules(guide('# Title', '', '```ts', 'const a = 1;', '```', 'Text.'));
    expect(module).toEqual({ line: 3, language: 'ts', code: '\n\n\nconst a = 1;\n' });
  });

  it('guideModules turns each block into a separate module, so that blocks may declare the same name', () => {
    const modules = guideModules(guide('```ts', 'const a = 1;', '```', '```tsx', 'const a = <p />;', '```'));
    expect(modules.map(({ line, language }) => [line, language])).toEqual([
      [1, 'ts'],
      [4, 'tsx'],
    ]);
  });

  it('guideModules appends a block marked "continued" to the previous module', () => {
    const modules = guideModules(
      guide('```ts', 'const a = 1;', '```', 'Text.', '```tsx continued', '<p>{a}</p>;', '```'),
    );
    expect(modules).toEqual([{ line: 1, language: 'tsx', code: '\nconst a = 1;\n\n\n\n<p>{a}</p>;\n' }]);
  });

  it('guideModules skips a block marked as a file of an app', () => {
    const modules = guideModules(
      guide(
        '<!-- file: src/App.tsx -->',
        '```tsx',
        "import './x';",
        '```',
        '',
        '```ts',
        'const a = 1;',
        '```',
      ),
    );
    expect(modules.map(({ line }) => line)).toEqual([6]);
  });

  it('guideModules skips blocks in other languages, and fences inside them', () => {
    expect(guideModules(guide('```md', '```ts', '```', '```sh', 'npm test', '```'))).toEqual([]);
  });

  it.each([
    [guide('', '```ts', 'const a = 1;'), 'Line 2: the code block is not closed.'],
    [guide('```ts continued', '```'), 'Line 1: the block is marked "continued", but no block precedes it.'],
    [guide('```ts skip', '```'), 'Line 1: unknown word "skip" after the language.'],
  ])('guideModules throws an error with the line number for invalid input (%#)', (text, message) => {
    expect(() => guideModules(text)).toThrow(message);
  });
});
