/** Checks the size of every entry against its budget: minified and gzipped, without React. */

import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { replaceOnce } from '../fresh-apps/marked-blocks.ts';
import { readmeFile } from '../fresh-apps/readme-code.ts';
import { repositoryRoot } from './repository-root.ts';
import { splitStaticFromLazy } from './static-imports.ts';

interface Budget {
  readonly name: string;
  /** Code of an app that imports the entry. */
  readonly code: string;
  /** Counted in another row, or provided by the app. */
  readonly external: readonly string[];
  /**
   * Bundles everything into one file. With splitting, esbuild keeps what any chunk needs, so code that only lazy
   * chunks need would count. @defaultValue false, as only splitting separates static from lazy code
   */
  readonly isWhole?: true;
  /** Budget in KiB for static imports. `undefined`: the size is reported, but not checked. */
  readonly limitKib: number | undefined;
}

const react = ['react', 'react-dom', 'react/jsx-runtime'];

const budgets: readonly Budget[] = [
  {
    // The exports that a conversation needs. Over the first budget: see docs/design/0009-sizes.md.
    name: '@threadkit/core',
    code: `export { createClient, createControllerRegistry, defineTool } from '@threadkit/core'`,
    external: react,
    limitKib: 21.9,
  },
  {
    name: '@threadkit/core, only the client',
    code: `export { createClient } from '@threadkit/core'`,
    external: react,
    limitKib: 7.55,
  },
  {
    name: '@threadkit/core, everything',
    code: `export * from '@threadkit/core'`,
    external: react,
    limitKib: undefined,
  },
  {
    // Hooks are tree-shakable: a selection of those that `Chat` uses.
    name: '@threadkit/react + TanStack Query',
    code: `export { ThreadkitProvider, useThread, useTimeline, useTimelineMessage, useMessagePart, useRunItems, useTimelineRunStep,
      useToolCalls, useThreadState, useConnection, useNow, useDraft } from '@threadkit/react'`,
    external: [...react, '@threadkit/core'],
    // Drafts added the last 0.5: see docs/design/0012-composer.md.
    limitKib: 16.6,
  },
  {
    name: '@threadkit/react, every hook',
    code: `export * from '@threadkit/react'`,
    external: [...react, '@threadkit/core'],
    limitKib: undefined,
  },
  {
    name: '@threadkit/react/vector-stores',
    code: `export * from '@threadkit/react/vector-stores'`,
    external: [...react, '@threadkit/core', '@tanstack/react-query', '../provider/*', '../query/*'],
    limitKib: undefined,
  },
  {
    name: '@threadkit/ui/markdown',
    code: `export { Markdown } from '@threadkit/ui/markdown'`,
    // Every part of ui shares locales, `asChild`, buttons and icons.
    external: [
      ...react,
      '@threadkit/core',
      '@threadkit/react',
      'radix-ui/*',
      '../locales/*',
      '../../locales/*',
      '../internals/*',
      '../../internals/*',
      '../load-lazy-parts.ts',
    ],
    // See docs/design/0005-markdown.md for the share of marked.
    limitKib: 18.45,
  },
  {
    name: '@threadkit/ui, Chat with dependencies',
    code: `export { Chat } from '@threadkit/ui'`,
    external: react,
    // See docs/design/0009-sizes.md for the contents.
    limitKib: 45,
  },
  {
    // The README's app, with TanStack Query. The stylesheet has its own row.
    name: "the README's app",
    code: replaceOnce(readmeFile('src/App.tsx'), "import '@threadkit/ui/styles.css';\n", ''),
    external: react,
    limitKib: 75.1,
  },
  {
    // Added to English by an app in another language; `scripts/locale-bundles.test.ts` checks that nothing else is.
    name: '@threadkit/ui, one more locale',
    code: `export { de } from '@threadkit/ui'`,
    external: react,
    isWhole: true,
    limitKib: undefined,
  },
  {
    name: '@threadkit/ui/styles.css',
    code: `import '@threadkit/ui/styles.css'`,
    external: [],
    limitKib: undefined,
  },
  { name: '@threadkit/server', code: `export * from '@threadkit/server'`, external: [], limitKib: undefined },
];

interface Size {
  readonly staticKib: number;
  readonly lazyKib: number;
}

async function measure({ code, external, isWhole }: Budget): Promise<Size> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: repositoryRoot, loader: 'tsx', sourcefile: 'entry.ts' },
    absWorkingDir: repositoryRoot,
    bundle: true,
    splitting: isWhole !== true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    external: [...external],
    outdir: 'sizes',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const kibOf = (paths: readonly string[]) =>
    outputFiles
      .filter((file) => paths.some((path) => file.path.replaceAll('\\', '/').endsWith(`/${path}`)))
      .reduce((sum, file) => sum + gzipSync(file.contents, { level: 9 }).byteLength / 1024, 0);
  const { staticPaths, lazyPaths } = splitStaticFromLazy(withoutEmptyEntry(metafile), 'entry.ts');
  return { staticKib: kibOf(staticPaths), lazyKib: kibOf(lazyPaths) };
}

/** An entry that only imports CSS produces an empty script, which does not count. */
function withoutEmptyEntry(metafile: Metafile): Metafile['outputs'] {
  return Object.fromEntries(Object.entries(metafile.outputs).filter(([, output]) => output.bytes > 0));
}

const rows = await Promise.all(budgets.map(async (budget) => ({ ...budget, ...(await measure(budget)) })));
const isOver = ({ staticKib, limitKib }: (typeof rows)[number]) =>
  limitKib !== undefined && staticKib > limitKib;

console.log(`${'KiB, minified and gzipped'.padEnd(42)}static  budget    lazy`);
for (const row of rows) {
  const budget = row.limitKib === undefined ? '-' : String(row.limitKib);
  const lazy = row.lazyKib === 0 ? '-' : row.lazyKib.toFixed(1);
  console.log(
    `${row.name.padEnd(40)}${row.staticKib.toFixed(1).padStart(8)}${budget.padStart(8)}${lazy.padStart(8)}${isOver(row) ? '  over' : ''}`,
  );
}
const over = rows.filter(isOver);
if (over.length > 0) {
  console.error(
    `Over budget: ${over.map(({ name }) => name).join(', ')}. Remove code, load it on first use with import(), ` +
      'or raise the budget in scripts/sizes.ts and explain it in a design note.',
  );
}
process.exitCode = over.length === 0 ? 0 : 1;
