import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { splitStaticFromLazy } from './static-imports.ts';

/** Bundles in-memory modules. Keys are file names. */
async function outputsOf(modules: Record<string, string>) {
  const { metafile } = await build({
    entryPoints: ['entry.js'],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
    plugins: [
      {
        name: 'memory',
        setup(memory) {
          memory.onResolve({ filter: /.*/ }, ({ path }) => ({
            path: path.replace('./', ''),
            namespace: 'memory',
          }));
          memory.onLoad({ filter: /.*/ }, ({ path }) => ({ contents: modules[path] ?? '' }));
        },
      },
    ],
  });
  return metafile.outputs;
}

test('splitStaticFromLazy separates a dynamically imported chunk from the entry', async () => {
  const outputs = await outputsOf({
    'entry.js': `export const open = () => import('./menu.js')`,
    'menu.js': `export const menu = 'menu'`,
  });
  const { staticPaths, lazyPaths } = splitStaticFromLazy(outputs, 'memory:entry.js');
  expect(staticPaths).toEqual(['out/entry.js']);
  expect(lazyPaths).toHaveLength(1);
});

test('splitStaticFromLazy counts a chunk shared by entry and lazy part as static', async () => {
  const outputs = await outputsOf({
    'entry.js': `import { shared } from './shared.js'; console.log(shared); export const open = () => import('./menu.js')`,
    'menu.js': `import { shared } from './shared.js'; export const menu = shared`,
    'shared.js': `export const shared = 'shared'`,
  });
  const { staticPaths, lazyPaths } = splitStaticFromLazy(outputs, 'memory:entry.js');
  expect(staticPaths).toHaveLength(2);
  expect(lazyPaths).toHaveLength(1);
});

test('splitStaticFromLazy ignores a chunk that only removed code would import', async () => {
  const outputs = await outputsOf({
    'entry.js': `import './unused.js'; export const value = 1`,
    'unused.js': `const open = /* @__PURE__ */ (() => () => import('./menu.js'))()`,
    'menu.js': `export const menu = 'menu'`,
  });
  expect(Object.keys(outputs)).toHaveLength(2);
  const { staticPaths, lazyPaths } = splitStaticFromLazy(outputs, 'memory:entry.js');
  expect(staticPaths).toEqual(['out/entry.js']);
  expect(lazyPaths).toEqual([]);
});
