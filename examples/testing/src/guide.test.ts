import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const here = import.meta.dirname;
const guide = readFileSync(join(here, '../../../docs/guides/testing.md'), 'utf8');
const sources = ['test-app.tsx', 'chat.test.tsx', 'use-thread.test.tsx', 'fail-on-console.ts']
  .map((name) => withoutImports(readFileSync(join(here, name), 'utf8')))
  .join('\n');

/** Without imports: the blocks of the guide share one module and import only what earlier blocks did not. */
function withoutImports(code: string): string {
  return code.replaceAll(/^import .*\n/gm, '').trim();
}

const blocks = [...guide.matchAll(/^```tsx?(?: continued)?\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);

it('the testing guide has code blocks', () => {
  expect(blocks.length).toBeGreaterThan(5);
});

it.each(blocks.map(withoutImports))('the testing guide shows code that runs as a test: %#', (code) => {
  expect(sources).toContain(code);
});
