import { mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
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

/** A page without a bundler: an import map resolves the packages to their published files, and to bundles of their dependencies. */
export async function startImportMapApp(
  folder: string,
  processes: BackgroundProcess[],
): Promise<RunningApp[]> {
  const page = await serveFolder(folder);
  processes.push(page);
  const api = await startReadmeServer(folder, [page.url], processes);
  await bundleReact(folder);
  const packages = kitPackages.map((name) => readKitPackage(folder, name));
  const kit = Object.fromEntries(packages.flatMap((one) => packageImports(folder, one)));
  const dependencies = [...new Set(['zod', ...packages.flatMap(importedBy)])];
  await bundleDependencies(folder, dependencies, packages);
  const imports = {
    ...Object.fromEntries(reactModules.map((name) => [name, `/react/${fileOf(name)}`])),
    ...Object.fromEntries(dependencies.map((name) => [name, `/dependencies/${fileOf(name)}`])),
    ...kit,
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
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface KitPackage {
  readonly name: string;
  readonly path: string;
  readonly manifest: Manifest;
}

function readKitPackage(folder: string, name: string): KitPackage {
  const path = realpathSync(join(folder, 'node_modules', name));
  return { name, path, manifest: JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) };
}

/** Maps each specifier of a package to a URL path. */
function packageImports(folder: string, { name, path, manifest }: KitPackage): [string, string][] {
  return Object.entries(manifest.exports).flatMap(([key, target]): [string, string][] => {
    const file = defaultFile(target);
    if (file === undefined || !/\.m?js$/.test(file)) return [];
    return [[name + key.slice(1), `/${relative(realpathSync(folder), join(path, file))}`]];
  });
}

/** The specifiers of its dependencies that the files of a package import. */
function importedBy({ path, manifest }: KitPackage): string[] {
  const dependencies = Object.keys({ ...manifest.dependencies, ...importMapPlan.dependencies });
  const names = new Set<string>();
  for (const file of readdirSync(join(path, 'dist'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js')) continue;
    const source = readFileSync(join(path, 'dist', file), 'utf8');
    for (const [, name = ''] of source.matchAll(/(?:from|import\()\s*["']([^."'][^"']*)["']/g))
      names.add(name);
  }
  return [...names].filter(
    (name) =>
      dependencies.some((dependency) => name === dependency || name.startsWith(`${dependency}/`)) &&
      !reactModules.includes(name) &&
      !kitPackages.some((kit) => name === kit || name.startsWith(`${kit}/`)),
  );
}

/** Bundles dependencies, like a CDN: some import files without extensions, which no browser resolves. */
async function bundleDependencies(
  folder: string,
  names: readonly string[],
  packages: readonly KitPackage[],
): Promise<void> {
  await build({
    entryPoints: Object.fromEntries(names.map((name) => [fileOf(name).replace(/\.js$/, ''), name])),
    absWorkingDir: folder,
    // pnpm installs the dependencies of a package beside it.
    nodePaths: [join(folder, 'node_modules'), ...packages.map(({ path }) => dirname(dirname(path)))],
    bundle: true,
    splitting: true,
    format: 'esm',
    external: reactModules,
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: join(folder, 'dependencies'),
    logLevel: 'error',
  });
}

/** Resolves an export to the file for browsers: condition `import`, else `default`. */
function defaultFile(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (typeof target !== 'object' || target === null) return undefined;
  const conditions = target as Readonly<Record<string, unknown>>;
  return defaultFile(conditions['import'] ?? conditions['default']);
}
