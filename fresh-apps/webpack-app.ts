import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type AppPlan, writeFiles } from './app-folder.ts';
import { appEnvironment, type BackgroundProcess } from './background-process.ts';
import { must } from './must.ts';
import { readmeApp, readmeFile } from './readme-code.ts';
import { startReadmeServer } from './readme-server.ts';
import type { RunningApp } from './running-app.ts';
import { serveFolder } from './static-server.ts';

export const webpackPlan: AppPlan = {
  name: 'webpack',
  template: 'webpack',
  dependencies: { '@tanstack/react-query': '^5.108.4', zod: '^4.6.7' },
};

/** webpack 5 with the loaders that its own guides name, and the README's chat. */
export async function startWebpackApp(folder: string, toStop: BackgroundProcess[]): Promise<RunningApp[]> {
  const page = await serveFolder(join(folder, 'dist'));
  toStop.push(page);
  const api = await startReadmeServer(folder, [page.url], toStop);
  writeFiles(folder, { 'src/App.tsx': readmeApp(api), 'src/tools.ts': readmeFile('src/tools.ts') });
  await must(['webpack'], { cwd: folder, env: appEnvironment(folder) });
  cpSync(join(folder, 'index.html'), join(folder, 'dist', 'index.html'));
  return [{ name: 'webpack', url: page.url, api, dark: 'media', isPrefetched: false }];
}
