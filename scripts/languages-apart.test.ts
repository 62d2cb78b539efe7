import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { repositoryRoot } from './repository-root.ts';

/** The files of the catalogue of which something is left once a bundler has dropped what is not used. */
async function wordFilesOf(code: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: code, resolveDir: repositoryRoot, loader: 'ts' },
    absWorkingDir: repositoryRoot,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    minify: true,
    external: ['react', 'react-dom', 'react/jsx-runtime'],
    // Without `splitting` everything is in one file, also what is loaded later.
    outfile: 'languages.js',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
      const name = /packages\/ui\/src\/words\/([\w-]+)\.tsx?$/.exec(path)?.[1];
      return name !== undefined && bytesInOutput > 0 ? [name] : [];
    }),
  );
}

const others = /^(?:arabic|chinese|french|german|japanese|spanish)/;

test('a chat in English downloads no other language', async () => {
  const files = await wordFilesOf(`export { Chat } from '@threadkit/ui'`);
  expect(files).toContain('english');
  expect(files.filter((file) => others.test(file))).toEqual([]);
});

test('an app that takes one language downloads that one only', async () => {
  const files = await wordFilesOf(`export { arabic } from '@threadkit/ui'`);
  expect(files.filter((file) => others.test(file)).toSorted()).toEqual([
    'arabic',
    'arabic-around',
    'arabic-files',
  ]);
  expect(files).not.toContain('english');
});

test('an inspector in one language leaves the others alone', async () => {
  const files = await wordFilesOf(`export { inspectorJapanese } from '@threadkit/ui/run'`);
  expect(files).toEqual(['japanese-inspector']);
});
