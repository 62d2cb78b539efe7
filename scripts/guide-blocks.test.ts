import { describe, expect, it } from 'vitest';
import { guideModules } from './guide-blocks.ts';

const guide = (...lines: string[]): string => lines.join('\n');

describe('guideModules', () => {
  it('keeps each line of code on its line of the guide', () => {
    const [module] = guideModules(guide('# Title', '', '```ts', 'const a = 1;', '```', 'Text.'));
    expect(module).toEqual({ line: 3, language: 'ts', code: '\n\n\nconst a = 1;\n' });
  });

  it('makes each block a module of its own, so that names may come again', () => {
    const modules = guideModules(guide('```ts', 'const a = 1;', '```', '```tsx', 'const a = <p />;', '```'));
    expect(modules.map(({ line, language }) => [line, language])).toEqual([
      [1, 'ts'],
      [4, 'tsx'],
    ]);
  });

  it('goes on with the block before where the fence says continued', () => {
    const modules = guideModules(
      guide('```ts', 'const a = 1;', '```', 'Text.', '```tsx continued', '<p>{a}</p>;', '```'),
    );
    expect(modules).toEqual([{ line: 1, language: 'tsx', code: '\nconst a = 1;\n\n\n\n<p>{a}</p>;\n' }]);
  });

  it('leaves out a file of an app, which is built with its app', () => {
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

  it('leaves other languages and what looks like a fence inside of them alone', () => {
    expect(guideModules(guide('```md', '```ts', '```', '```sh', 'npm test', '```'))).toEqual([]);
  });

  it.each([
    [guide('', '```ts', 'const a = 1;'), 'Line 2: the code block is not closed.'],
    [guide('```ts continued', '```'), 'Line 1: the block goes on with another, but there is none before it.'],
    [guide('```ts skip', '```'), 'Line 1: "skip" behind the language means nothing here.'],
  ])('says on which line a guide is wrong', (text, message) => {
    expect(() => guideModules(text)).toThrow(message);
  });
});
