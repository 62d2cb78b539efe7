/**
 * Packs the packages as for publishing, installs them into new apps, builds and serves the apps, and checks their pages
 * in Chromium. `--full` includes the apps that are too slow for `npm test`; `--app vite` selects apps by name;
 * `--update-locks` updates the lockfiles of the templates. `--serve` serves the apps without checking them, and prints
 * the command that runs single checks.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type AppPlan, createAppFolder, updateLockfile } from '../fresh-apps/app-folder.ts';
import type { BackgroundProcess } from '../fresh-apps/background-process.ts';
import { importMapPlan, startImportMapApp } from '../fresh-apps/import-map-app.ts';
import { nextPlan, startNextApp } from '../fresh-apps/next-app.ts';
import {
  checkEmbeddedServer,
  checkLowestNodes,
  hasOldNodes,
  nodesPlan,
} from '../fresh-apps/node-versions.ts';
import { packPackages, pinnedDependencies } from '../fresh-apps/packed-packages.ts';
import { runOrThrow } from '../fresh-apps/run-or-throw.ts';
import { RUNNING_APPS_VARIABLE, type RunningApp } from '../fresh-apps/running-app.ts';
import { startViteApps, vitePlan } from '../fresh-apps/vite-apps.ts';
import { startWebpackApp, webpackPlan } from '../fresh-apps/webpack-app.ts';
import { runCommand } from './run-command.ts';

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    app: { type: 'string', multiple: true },
    'update-locks': { type: 'boolean', default: false },
    serve: { type: 'boolean', default: false },
    /** Passed on to Playwright. */
    reporter: { type: 'string', default: 'list' },
  },
});

const startedAt = performance.now();
const logProgress = (text: string): void =>
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${text}`);

// Outside of the repository, so that imports do not resolve to its node_modules.
const folder = mkdtempSync(join(tmpdir(), 'threadkit-fresh-apps-'));
const processes: BackgroundProcess[] = [];

interface App {
  readonly plan: AppPlan;
  /** Name of the folder. @defaultValue the plan's name */
  readonly name?: string;
  /** Runs only with `--full`. */
  readonly isFullOnly?: true;
  /** Builds the app in its folder and serves it. */
  start(folder: string): Promise<readonly RunningApp[]>;
}

const apps: readonly App[] = [
  {
    plan: vitePlan,
    async start(app) {
      await checkEmbeddedServer(app);
      return startViteApps(app, processes);
    },
  },
  {
    plan: nextPlan,
    start: (app) =>
      startNextApp(app, { name: 'next', isDevelopment: false, hasCacheComponents: true }, processes),
  },
  {
    plan: nextPlan,
    name: 'next-dev',
    isFullOnly: true,
    start: (app) =>
      startNextApp(app, { name: 'next dev', isDevelopment: true, hasCacheComponents: true }, processes),
  },
  {
    plan: nextPlan,
    name: 'next-classic',
    isFullOnly: true,
    start: (app) =>
      startNextApp(
        app,
        { name: 'next without cacheComponents', isDevelopment: false, hasCacheComponents: false },
        processes,
      ),
  },
  { plan: webpackPlan, isFullOnly: true, start: (app) => startWebpackApp(app, processes) },
  { plan: importMapPlan, isFullOnly: true, start: (app) => startImportMapApp(app, processes) },
  ...(hasOldNodes
    ? [
        {
          plan: nodesPlan,
          isFullOnly: true,
          start: (app: string) => checkLowestNodes(app).then(() => []),
        } as const,
      ]
    : []),
];

async function startApps(): Promise<RunningApp[]> {
  await runOrThrow(['turbo', 'run', 'build', '--filter', './packages/*', '--output-logs', 'errors-only']);
  const [packages, pins] = await Promise.all([packPackages(join(folder, 'tarballs')), pinnedDependencies()]);
  logProgress('packages packed and checked');
  const running: RunningApp[] = [];
  for (const { plan, name = plan.name, isFullOnly, start } of apps) {
    if (values.app ? !values.app.includes(name) : isFullOnly && !values.full) continue;
    const appFolder = join(folder, name);
    await createAppFolder(plan, appFolder, packages, pins);
    logProgress(`${name}: installed`);
    running.push(...(await start(appFolder)));
    logProgress(`${name}: ready`);
  }
  return running;
}

async function main(): Promise<number> {
  if (values['update-locks']) {
    for (const plan of new Set(apps.map((app) => app.plan)))
      await updateLockfile(plan, join(folder, plan.name));
    return 0;
  }
  const running = await startApps();
  if (values.serve) {
    for (const { name, url } of running) console.log(`${url}  ${name}`);
    console.log(
      `${RUNNING_APPS_VARIABLE}='${JSON.stringify(running)}' pnpm exec playwright test --config fresh-apps/playwright.config.ts`,
    );
    await once(process, 'SIGINT');
    return 0;
  }
  if (running.length === 0) return 0;
  const { exitCode } = await runCommand(
    ['playwright', 'test', '--config', 'fresh-apps/playwright.config.ts', `--reporter=${values.reporter}`],
    {
      show: true,
      timeoutMs: 20 * 60_000,
      env: { NO_COLOR: '', [RUNNING_APPS_VARIABLE]: JSON.stringify(running) },
    },
  );
  logProgress('pages checked');
  return exitCode;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const { stop } of processes) await stop();
  rmSync(folder, { recursive: true, force: true });
}
