import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { build as viteBuild } from 'vite';
import { expect, test } from 'vitest';
import { repositoryRoot } from './repository-root.ts';

const ui = join(repositoryRoot, 'packages/ui/src').replaceAll('\\', '/');

/** Names of the locale modules that remain in a bundle after tree shaking. */
async function bundledLocaleModules(code: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: code, resolveDir: repositoryRoot, loader: 'ts' },
    absWorkingDir: repositoryRoot,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    minify: true,
    external: ['react', 'react-dom', 'react/jsx-runtime'],
    // Without `splitting`, the file also contains lazy chunks.
    outfile: 'languages.js',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
      const name = /packages\/ui\/src\/locales\/([\w-]+)\.tsx?$/.exec(path)?.[1];
      return name !== undefined && bytesInOutput > 0 ? [name] : [];
    }),
  );
}

const otherLocales = /^(?:ar|zh|fr|de|ja|es)(?:\.|$)/;

test('a bundle with Chat contains English and no other locale', async () => {
  const files = await bundledLocaleModules(`export { Chat } from '@threadkit/ui'`);
  expect(files).toContain('en');
  expect(files.filter((file) => otherLocales.test(file))).toEqual([]);
});

test('a bundle that imports one locale contains only that locale', async () => {
  const files = await bundledLocaleModules(`export { ar } from '@threadkit/ui'`);
  expect(files.filter((file) => otherLocales.test(file)).toSorted()).toEqual(['ar']);
  expect(files).not.toContain('en');
});

test('a bundle with LocaleProvider contains no strings of lists, lazy parts and the inspector', async () => {
  const files = await bundledLocaleModules(`export { LocaleProvider, useStrings } from '@threadkit/ui'`);
  expect(files.toSorted()).toEqual(['en', 'humanize', 'locale-provider']);
});

test('a dynamically imported locale is in a separate chunk', async () => {
  const entry = 'virtual:entry';
  const built = await viteBuild({
    configFile: false,
    root: repositoryRoot,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) =>
          id === entry
            ? `export { Chat } from '${ui}/index.ts'; export const load = () => import('${ui}/locales/ar.ts');`
            : undefined,
      },
    ],
    build: {
      write: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        external: ['react', 'react-dom', 'react/jsx-runtime'],
      },
    },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('Vite returned more than one build.');
  const chunks = new Map(
    built.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  );
  const eagerChunks = new Set([...chunks.values()].filter(({ isEntry }) => isEntry));
  for (const chunk of eagerChunks) {
    for (const name of chunk.imports) {
      const imported = chunks.get(name);
      if (imported) eagerChunks.add(imported);
    }
  }
  const filesOf = (selected: Iterable<{ moduleIds: string[] }>): string[] =>
    [...selected].flatMap(({ moduleIds }) => moduleIds.map((id) => basename(id)));
  expect(filesOf(eagerChunks)).toContain('en.ts');
  expect(filesOf(eagerChunks).filter((file) => otherLocales.test(file))).toEqual([]);
  expect(filesOf(chunks.values())).toContain('ar.ts');
});
