import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AppPlan, editFile, writeFiles } from './app-folder.ts';
import { appEnvironment, type BackgroundProcess } from './background-process.ts';
import { replaceOnce } from './marked-blocks.ts';
import { must } from './must.ts';
import { readmeApp, readmeFile } from './readme-code.ts';
import { startReadmeServer } from './readme-server.ts';
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
  /** Below the app's folder, whose packages it uses; the app itself is the template as it comes. */
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

/** Builds the template with the README's chat three times, each with other styles, and serves the pages. */
export async function startViteApps(folder: string, toStop: BackgroundProcess[]): Promise<RunningApp[]> {
  const places = variants.map((variant) => ({ ...variant, path: join(folder, variant.folder) }));
  const pages = await Promise.all(places.map(({ path }) => serveFolder(join(path, 'dist'))));
  toStop.push(...pages);
  const api = await startReadmeServer(
    folder,
    pages.map(({ url }) => url),
    toStop,
  );
  const files = { 'src/App.tsx': readmeApp(api), 'src/tools.ts': readmeFile('src/tools.ts') };
  for (const { path } of places) {
    if (path !== folder)
      for (const file of templateFiles) cpSync(join(folder, file), join(path, file), { recursive: true });
  }
  for (const { path, change } of places) {
    writeFiles(path, files);
    change(path);
  }
  const env = appEnvironment(folder);
  // What the template calls "build"; the other two differ in styles alone.
  await must(['pnpm', 'run', 'build'], { cwd: folder, env });
  for (const { path } of places.slice(1)) await must(['vite', 'build'], { cwd: path, env });
  return places.map(({ name, dark }, index) => ({
    name,
    url: pages[index]?.url ?? '',
    api,
    dark,
    isPrefetched: false,
  }));
}
