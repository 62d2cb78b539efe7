import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { build as viteBuild } from 'vite';
import { expect, test } from 'vitest';
import { repositoryRoot } from './repository-root.ts';

const ui = join(repositoryRoot, 'packages/ui/src').replaceAll('\\', '/');

/** The files of `locales` that still have code in the bundle after tree shaking. */
async function localeFilesOf(code: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: code, resolveDir: repositoryRoot, loader: 'ts' },
    absWorkingDir: repositoryRoot,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    minify: true,
    external: ['react', 'react-dom', 'react/jsx-runtime'],
    // Without `splitting` dynamic imports are in the same file.
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

const others = /^(?:ar|zh|fr|de|ja|es)(?:\.|$)/;

test('a chat in English downloads no other language', async () => {
  const files = await localeFilesOf(`export { Chat } from '@threadkit/ui'`);
  expect(files).toContain('en');
  expect(files.filter((file) => others.test(file))).toEqual([]);
});

test('an app that imports one language downloads only that one', async () => {
  const files = await localeFilesOf(`export { ar } from '@threadkit/ui'`);
  expect(files.filter((file) => others.test(file)).toSorted()).toEqual(['ar']);
  expect(files).not.toContain('en');
});

test('a chat in English does not download the strings of lists, files loaded later and the inspector', async () => {
  const files = await localeFilesOf(`export { LocaleProvider, useStrings } from '@threadkit/ui'`);
  expect(files.toSorted()).toEqual(['en', 'humanize', 'locale-provider']);
});

test('a dynamically imported language is a chunk of its own', async () => {
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
  if (Array.isArray(built) || !('output' in built)) throw new Error('One build was asked for.');
  const chunks = new Map(
    built.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  );
  const atOnce = new Set([...chunks.values()].filter(({ isEntry }) => isEntry));
  for (const chunk of atOnce) {
    for (const name of chunk.imports) {
      const imported = chunks.get(name);
      if (imported) atOnce.add(imported);
    }
  }
  const filesOf = (some: Iterable<{ moduleIds: string[] }>): string[] =>
    [...some].flatMap(({ moduleIds }) => moduleIds.map((id) => basename(id)));
  expect(filesOf(atOnce)).toContain('en.ts');
  expect(filesOf(atOnce).filter((file) => others.test(file))).toEqual([]);
  expect(filesOf(chunks.values())).toContain('ar.ts');
});
