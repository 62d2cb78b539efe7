/** What a page downloads: every entry minified and gzipped, React outside, against its budget. */

import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { replaceOnce } from '../fresh-apps/marked-blocks.ts';
import { readmeFile } from '../fresh-apps/readme-code.ts';
import { repositoryRoot } from './repository-root.ts';
import { splitStaticFromLazy } from './static-imports.ts';

interface Budget {
  readonly name: string;
  /** What an app would write. */
  readonly code: string;
  /** Counted elsewhere or brought by the host. */
  readonly external: readonly string[];
  /**
   * In one file. esbuild drops what no file of a split needs, not what an entry does not: code that only the parts
   * loaded later need would count. @defaultValue split, as what is loaded later is told apart by its file
   */
  readonly isWhole?: true;
  /** KiB of static imports; undefined: reported only. */
  readonly limitKib: number | undefined;
}

const react = ['react', 'react-dom', 'react/jsx-runtime'];

const budgets: readonly Budget[] = [
  {
    // What a conversation takes. More than first planned: see docs/design/0009-sizes.md.
    name: '@threadkit/core',
    code: `export { createClient, createControllerRegistry, defineTool } from '@threadkit/core'`,
    external: react,
    limitKib: 21.5,
  },
  {
    name: '@threadkit/core, the client alone',
    code: `export { createClient } from '@threadkit/core'`,
    external: react,
    limitKib: 7.5,
  },
  {
    name: '@threadkit/core, everything',
    code: `export * from '@threadkit/core'`,
    external: react,
    limitKib: undefined,
  },
  {
    // Hooks are taken one by one: these are the ones a conversation takes, as `Chat` does.
    name: '@threadkit/react + TanStack Query',
    code: `export { ThreadkitProvider, useThread, useTimeline, useTimelineMessage, useMessagePart, useRunItems, useTimelineRunStep,
      useToolCalls, useThreadState, useConnection, useNow, useDraft } from '@threadkit/react'`,
    external: [...react, '@threadkit/core'],
    // Drafts took the last half: see docs/design/0012-composer.md.
    limitKib: 16.6,
  },
  {
    name: '@threadkit/react, every hook',
    code: `export * from '@threadkit/react'`,
    external: [...react, '@threadkit/core'],
    limitKib: undefined,
  },
  {
    name: '@threadkit/ui/markdown',
    code: `export { Markdown } from '@threadkit/ui/markdown'`,
    // The words, `asChild`, buttons and icons are there for every part.
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
    // docs/design/0005-markdown.md tells what marked is of it.
    limitKib: 18.45,
  },
  {
    name: '@threadkit/ui, Chat with all it needs',
    code: `export { Chat } from '@threadkit/ui'`,
    external: react,
    // docs/design/0009-sizes.md tells what it is made of.
    limitKib: 47.3,
  },
  {
    // What people build: the README's chat, which brings TanStack Query along. Its stylesheet is counted below.
    name: "the README's ten lines",
    code: replaceOnce(readmeFile('src/App.tsx'), "import '@threadkit/ui/styles.css';\n", ''),
    external: react,
    limitKib: 76.8,
  },
  {
    // What an app in another language downloads beside English; `scripts/languages-apart.test.ts` keeps the rest out.
    name: '@threadkit/ui, one more language',
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

/** An entry that only imports CSS leaves an empty script behind. */
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
    `Over budget: ${over.map(({ name }) => name).join(', ')}. Take something out, load it on first use with import(), ` +
      'or say in a design note why the budget in scripts/sizes.ts has to grow.',
  );
}
process.exitCode = over.length === 0 ? 0 : 1;
