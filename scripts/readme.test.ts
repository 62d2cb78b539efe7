import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { markedBlock } from '../fresh-apps/marked-blocks.ts';
import { repositoryRoot } from './repository-root.ts';

const read = (file: string): string => readFileSync(join(repositoryRoot, file), 'utf8');

test("the README's app has at most 12 lines and sets assistantId, newChatKey and a height", () => {
  const app = markedBlock(read('README.md'), 'file', 'src/App.tsx');
  expect(app.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(12);
  expect(app).toMatch(/assistantId="asst_demo" newChatKey="\w+" style=\{\{ height/);
});

const guides = globSync('docs/guides/*.md', { cwd: repositoryRoot });

test.each(['README.md', 'CONTRIBUTING.md', 'AGENTS.md', 'docs/architecture.md', ...guides])(
  'every file that %s links to exists',
  (page) => {
    const targets = [...read(page).matchAll(/(?:\]\(|src="|srcset=")([^)"#:]+)(?:#[^)"]*)?[)"]/g)].map(
      ([, target]) => target,
    );
    const missing = targets.filter(
      (target) => target === undefined || !existsSync(join(repositoryRoot, dirname(page), target)),
    );
    expect(missing).toEqual([]);
  },
);

test('every file that the pictures of docs/architecture.md name exists', () => {
  const pictures = [...read('docs/architecture.md').matchAll(/```\n(.*?)```/gs)]
    .map(([, text]) => text)
    .join('\n');
  const named = [...pictures.matchAll(/(?<![\w/.-])[a-z-]+\/[a-z-]+(?![\w/.])/g)]
    .map(([name]) => name)
    .filter((name) => !name.startsWith('packages/'));
  const missing = named.filter(
    (name) => globSync(`packages/*/src/**/${name}{,.ts,.tsx}`, { cwd: repositoryRoot }).length === 0,
  );
  expect(named.length).toBeGreaterThan(15);
  expect(missing).toEqual([]);
});

test('AGENTS.md has fewer than 80 lines', () => {
  expect(read('AGENTS.md').split('\n').length).toBeLessThan(80);
});
