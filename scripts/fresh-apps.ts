/**
 * Packs the packages as they would be published, installs them into new apps, builds and serves these, and looks
 * at the pages in Chromium. `--full` also makes the apps that `npm test` has no time for, `--app vite` only some,
 * `--update-locks` resolves the templates' dependencies anew. `--serve` only makes and serves the apps, for a look,
 * and prints the command that runs single checks on them.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type AppPlan, createAppFolder, updateLockfile } from '../fresh-apps/app-folder.ts';
import type { BackgroundProcess } from '../fresh-apps/background-process.ts';
import { importMapPlan, startImportMapApp } from '../fresh-apps/import-map-app.ts';
import { must } from '../fresh-apps/must.ts';
import { nextPlan, startNextApp } from '../fresh-apps/next-app.ts';
import { hasOldNodes, nodesPlan, tryEmbeddedServer, tryLowestNodes } from '../fresh-apps/node-versions.ts';
import { packPackages, pinnedDependencies } from '../fresh-apps/packed-packages.ts';
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
const say = (text: string): void =>
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${text}`);

// Outside of the repository, so that nothing is found in its node_modules.
const folder = mkdtempSync(join(tmpdir(), 'threadkit-fresh-apps-'));
const toStop: BackgroundProcess[] = [];

interface Maker {
  readonly plan: AppPlan;
  /** Of the folder. @defaultValue the plan's */
  readonly name?: string;
  /** What `npm test` has no time for. */
  readonly isForFull?: true;
  start(folder: string): Promise<readonly RunningApp[]>;
}

const makers: readonly Maker[] = [
  {
    plan: vitePlan,
    async start(app) {
      await tryEmbeddedServer(app);
      return startViteApps(app, toStop);
    },
  },
  {
    plan: nextPlan,
    start: (app) =>
      startNextApp(app, { name: 'next', isDevelopment: false, hasCacheComponents: true }, toStop),
  },
  {
    plan: nextPlan,
    name: 'next-dev',
    isForFull: true,
    start: (app) =>
      startNextApp(app, { name: 'next dev', isDevelopment: true, hasCacheComponents: true }, toStop),
  },
  {
    plan: nextPlan,
    name: 'next-classic',
    isForFull: true,
    start: (app) =>
      startNextApp(
        app,
        { name: 'next without cacheComponents', isDevelopment: false, hasCacheComponents: false },
        toStop,
      ),
  },
  { plan: webpackPlan, isForFull: true, start: (app) => startWebpackApp(app, toStop) },
  { plan: importMapPlan, isForFull: true, start: (app) => startImportMapApp(app, toStop) },
  ...(hasOldNodes
    ? [
        {
          plan: nodesPlan,
          isForFull: true,
          start: (app: string) => tryLowestNodes(app).then(() => []),
        } as const,
      ]
    : []),
];

async function makeApps(): Promise<RunningApp[]> {
  await must(['turbo', 'run', 'build', '--filter', './packages/*', '--output-logs', 'errors-only']);
  const [packages, pins] = await Promise.all([packPackages(join(folder, 'tarballs')), pinnedDependencies()]);
  say('packed and checked');
  const apps: RunningApp[] = [];
  for (const { plan, name = plan.name, isForFull, start } of makers) {
    if (values.app ? !values.app.includes(name) : isForFull && !values.full) continue;
    const app = join(folder, name);
    await createAppFolder(plan, app, packages, pins);
    say(`${name}: installed`);
    apps.push(...(await start(app)));
    say(`${name}: ready`);
  }
  return apps;
}

async function main(): Promise<number> {
  if (values['update-locks']) {
    for (const plan of new Set(makers.map((maker) => maker.plan)))
      await updateLockfile(plan, join(folder, plan.name));
    return 0;
  }
  const apps = await makeApps();
  if (values.serve) {
    for (const { name, url } of apps) console.log(`${url}  ${name}`);
    console.log(
      `${RUNNING_APPS_VARIABLE}='${JSON.stringify(apps)}' pnpm exec playwright test --config fresh-apps/playwright.config.ts`,
    );
    await once(process, 'SIGINT');
    return 0;
  }
  if (apps.length === 0) return 0;
  const { exitCode } = await runCommand(
    ['playwright', 'test', '--config', 'fresh-apps/playwright.config.ts', `--reporter=${values.reporter}`],
    {
      show: true,
      timeoutMs: 20 * 60_000,
      env: { NO_COLOR: '', [RUNNING_APPS_VARIABLE]: JSON.stringify(apps) },
    },
  );
  say('looked at');
  return exitCode;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const { stop } of toStop) await stop();
  rmSync(folder, { recursive: true, force: true });
}
