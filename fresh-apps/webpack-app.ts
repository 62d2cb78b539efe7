import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type AppPlan, writeFiles } from './app-folder.ts';
import { appEnvironment, type BackgroundProcess } from './background-process.ts';
import { readmeApp, readmeFile } from './readme-code.ts';
import { startReadmeServer } from './readme-server.ts';
import { runOrThrow } from './run-or-throw.ts';
import type { RunningApp } from './running-app.ts';
import { serveFolder } from './static-server.ts';

export const webpackPlan: AppPlan = {
  name: 'webpack',
  template: 'webpack',
  dependencies: { '@tanstack/react-query': '^5.108.4', zod: '^4.6.7' },
};

/** Builds and serves the README's chat with webpack 5 and the loaders of its guides. */
export async function startWebpackApp(folder: string, processes: BackgroundProcess[]): Promise<RunningApp[]> {
  const page = await serveFolder(join(folder, 'dist'));
  processes.push(page);
  const api = await startReadmeServer(folder, [page.url], processes);
  writeFiles(folder, { 'src/App.tsx': readmeApp(api), 'src/tools.ts': readmeFile('src/tools.ts') });
  await runOrThrow(['webpack'], { cwd: folder, env: appEnvironment(folder) });
  cpSync(join(folder, 'index.html'), join(folder, 'dist', 'index.html'));
  return [{ name: 'webpack', url: page.url, api, dark: 'media', isPrefetched: false }];
}
