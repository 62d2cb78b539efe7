import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AppPlan, editFile, writeFiles } from './app-folder.ts';
import { appEnvironment, type BackgroundProcess } from './background-process.ts';
import { replaceOnce } from './marked-blocks.ts';
import { readmeApp, readmeFile } from './readme-code.ts';
import { startReadmeServer } from './readme-server.ts';
import { runOrThrow } from './run-or-throw.ts';
import { PLAIN_APP, type RunningApp } from './running-app.ts';
import { serveFolder } from './static-server.ts';

export const vitePlan: AppPlan = {
  name: 'vite',
  template: 'vite-react-ts',
  dependencies: {
    '@tanstack/react-query': '^5.108.4',
    zod: '^4.6.7',
    tailwindcss: '^4.3.5',
    '@tailwindcss/vite': '^4.3.5',
  },
};

interface Variant {
  readonly name: string;
  /** Relative to the app's folder, whose node_modules it uses. `.` is the unchanged template. */
  readonly folder: string;
  readonly dark: RunningApp['dark'];
  readonly change: (folder: string) => void;
}

const shadcn = join(import.meta.dirname, 'shadcn');

const variants: readonly Variant[] = [
  { name: 'vite, stock css', folder: '.', dark: 'media', change: () => {} },
  {
    name: PLAIN_APP,
    folder: 'empty',
    dark: 'media',
    change: (folder) => writeFiles(folder, { 'src/index.css': '' }),
  },
  {
    name: 'vite, tailwind and shadcn',
    folder: 'tailwind',
    dark: 'class',
    change(folder) {
      writeFiles(folder, { 'src/index.css': readFileSync(join(shadcn, 'index.css'), 'utf8') });
      editFile(
        folder,
        'vite.config.ts',
        (config) =>
          `import tailwindcss from '@tailwindcss/vite'\n${replaceOnce(config, '[react()]', '[react(), tailwindcss()]')}`,
      );
    },
  },
];

const templateFiles = ['index.html', 'vite.config.ts', 'src', 'public'];

/** Builds the template with the README's chat three times, with different styles, and serves the pages. */
export async function startViteApps(folder: string, processes: BackgroundProcess[]): Promise<RunningApp[]> {
  const apps = variants.map((variant) => ({ ...variant, path: join(folder, variant.folder) }));
  const pages = await Promise.all(apps.map(({ path }) => serveFolder(join(path, 'dist'))));
  processes.push(...pages);
  const api = await startReadmeServer(
    folder,
    pages.map(({ url }) => url),
    processes,
  );
  const files = { 'src/App.tsx': readmeApp(api), 'src/tools.ts': readmeFile('src/tools.ts') };
  for (const { path } of apps) {
    if (path !== folder)
      for (const file of templateFiles) cpSync(join(folder, file), join(path, file), { recursive: true });
  }
  for (const { path, change } of apps) {
    writeFiles(path, files);
    change(path);
  }
  const env = appEnvironment(folder);
  // The template's build script; the other variants only differ in styles.
  await runOrThrow(['pnpm', 'run', 'build'], { cwd: folder, env });
  for (const { path } of apps.slice(1)) await runOrThrow(['vite', 'build'], { cwd: path, env });
  return apps.map(({ name, dark }, index) => ({
    name,
    url: pages[index]?.url ?? '',
    api,
    dark,
    isPrefetched: false,
  }));
}
