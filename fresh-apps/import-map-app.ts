import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { type AppPlan, writeFiles } from './app-folder.ts';
import type { BackgroundProcess } from './background-process.ts';
import { readmeFile } from './readme-code.ts';
import { startReadmeServer } from './readme-server.ts';
import type { RunningApp } from './running-app.ts';
import { serveFolder } from './static-server.ts';

export const importMapPlan: AppPlan = {
  name: 'import-map',
  template: 'import-map',
  dependencies: {
    '@tanstack/react-query': '^5.108.4',
    react: '19.3.0',
    'react-dom': '19.3.0',
    zod: '^4.6.7',
  },
};

const kitPackages = ['@threadkit/core', '@threadkit/react', '@threadkit/ui'];

/** A page without a bundler: an import map resolves the packages to their published files. */
export async function startImportMapApp(
  folder: string,
  processes: BackgroundProcess[],
): Promise<RunningApp[]> {
  const page = await serveFolder(folder);
  processes.push(page);
  const api = await startReadmeServer(folder, [page.url], processes);
  await bundleReact(folder);
  const imports = {
    ...Object.fromEntries(reactModules.map((name) => [name, `/react/${fileOf(name)}`])),
    ...packageImports(folder),
  };
  const styles = imports['@threadkit/ui']?.replace(/index\.js$/, 'styles.css');
  writeFiles(folder, {
    // The README's tool contains no type annotations.
    'tools.js': readmeFile('src/tools.ts'),
    'main.js': `import { createClient } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { Chat } from '@threadkit/ui';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { tools } from './tools.js';

const client = createClient({ baseURL: '${api}' });
const chat = createElement(Chat, { assistantId: 'asst_demo', tools, newChatKey: 'main', style: { height: '100dvh' } });
createRoot(document.getElementById('root')).render(createElement(ThreadkitProvider, { client }, chat));
`,
    'index.html': `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <title>Import map</title>
  <link rel="icon" href="data:," />
  <link rel="stylesheet" href="${styles}" />
  <!-- TanStack Query reads process.env.NODE_ENV, which bundlers replace. -->
  <script>globalThis.process = { env: { NODE_ENV: 'production' } };</script>
  <script type="importmap">${JSON.stringify({ imports })}</script>
  <div id="root"></div>
  <script type="module" src="/main.js"></script>
</html>
`,
  });
  return [{ name: 'import map', url: page.url, api, dark: 'media', isPrefetched: false }];
}

const reactModules = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client'];

const fileOf = (name: string): string => `${name.replaceAll('/', '-')}.js`;

/** React is published only as CommonJS: bundles it into ES modules, like a CDN. */
async function bundleReact(folder: string): Promise<void> {
  mkdirSync(join(folder, 'react'), { recursive: true });
  const entries = reactModules.map((name) => {
    const entry = join(folder, 'react', `entry-${fileOf(name)}`);
    return { name, entry };
  });
  const requireFromApp = createRequire(join(folder, 'package.json'));
  // The export names of a CommonJS module are known only after it has run.
  const exportsOf = (name: string): string => Object.keys(requireFromApp(name) as object).join(', ');
  writeFiles(
    folder,
    Object.fromEntries(
      entries.map(({ name }) => [
        `react/entry-${fileOf(name)}`,
        `import all from '${name}';\nexport default all;\nexport const { ${exportsOf(name)} } = all;\n`,
      ]),
    ),
  );
  await build({
    entryPoints: Object.fromEntries(
      entries.map(({ name, entry }) => [fileOf(name).replace(/\.js$/, ''), entry]),
    ),
    bundle: true,
    splitting: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: join(folder, 'react'),
    logLevel: 'error',
  });
}

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly module?: string;
  readonly main?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Maps each specifier of the packages and their dependencies to a URL path. */
function packageImports(folder: string): Record<string, string> {
  const found = new Map<string, string>();
  const visit = (name: string, from: string): void => {
    if (reactModules.includes(name)) return;
    const path = realpathSync(join(from, 'node_modules', name));
    const manifest: Manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    for (const [key, target] of Object.entries(
      manifest.exports ?? { '.': manifest.module ?? manifest.main },
    )) {
      const file = defaultFile(target);
      if (file !== undefined && /\.m?js$/.test(file)) {
        found.set(name + key.slice(1), `/${relative(realpathSync(folder), join(path, file))}`);
      }
    }
    // pnpm installs the dependencies of a package beside it.
    for (const dependency of Object.keys(manifest.dependencies ?? {})) visitBeside(dependency, path, name);
  };
  const visitBeside = (dependency: string, path: string, name: string): void => {
    if (found.has(dependency)) return;
    const beside = name.split('/').reduce((at) => dirname(at), path);
    visit(dependency, dirname(beside));
  };
  for (const name of [...kitPackages, '@tanstack/react-query', 'zod']) visit(name, folder);
  return Object.fromEntries(found);
}

/** Resolves an export to the file for browsers: condition `import`, else `default`. */
function defaultFile(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (typeof target !== 'object' || target === null) return undefined;
  const conditions = target as Readonly<Record<string, unknown>>;
  return defaultFile(conditions['import'] ?? conditions['default']);
}
