import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../scripts/repository-root.ts';
import type { PackedPackage } from './packed-packages.ts';
import { runOrThrow } from './run-or-throw.ts';

const here = import.meta.dirname;
/** Cache of downloads. */
const storeFolder = join(repositoryRoot, '.tools', 'fresh-apps-store');

export interface AppPlan {
  /** Name of the temporary folder and of the lockfile. */
  readonly name: string;
  /** Name of a folder in fresh-apps/templates. */
  readonly template: string;
  /** Dependencies besides those of the template and the Threadkit packages. */
  readonly dependencies: Readonly<Record<string, string>>;
}

export const lockfileOf = ({ name }: AppPlan): string => join(here, 'locks', `${name}.yaml`);

const templateOf = ({ template }: AppPlan): string => join(here, 'templates', template);

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

function manifestOf(plan: AppPlan, ours: Readonly<Record<string, string>>): string {
  const manifest: Manifest = JSON.parse(readFileSync(join(templateOf(plan), 'package.json'), 'utf8'));
  const dependencies = { ...manifest.dependencies, ...plan.dependencies, ...ours };
  return JSON.stringify({ ...manifest, dependencies }, undefined, 2);
}

function workspaceSettings(overrides: Readonly<Record<string, string>>): string {
  // JSON is YAML.
  return JSON.stringify({
    pmOnFail: 'ignore',
    nodeVersion: process.versions.node,
    storeDir: storeFolder,
    allowBuilds: { sharp: false, esbuild: false },
    fetchRetries: 5,
    fetchRetryMintimeout: 1000,
    overrides,
  });
}

/**
 * Copies the template and installs its dependencies and the tarballs of the packages.
 *
 * @param pins - Versions of the packages' dependencies, by name.
 * @throws When the install uses a version that is neither in the template's lockfile nor in `pins`.
 */
export async function createAppFolder(
  plan: AppPlan,
  folder: string,
  packages: readonly PackedPackage[],
  pins: ReadonlyMap<string, string>,
): Promise<void> {
  cpSync(templateOf(plan), folder, { recursive: true });
  const tarballs = Object.fromEntries(packages.map(({ name, tarball }) => [name, `file:${tarball}`]));
  writeFiles(folder, {
    'package.json': manifestOf(plan, tarballs),
    // The packages depend on each other by version, but they are not in a registry.
    'pnpm-workspace.yaml': workspaceSettings({ ...Object.fromEntries(pins), ...tarballs }),
    'pnpm-lock.yaml': readFileSync(lockfileOf(plan), 'utf8'),
  });
  await runOrThrow(['pnpm', 'install', '--no-frozen-lockfile', '--prefer-offline'], { cwd: folder });
  expectSameVersions(plan, folder, pins);
}

/** Checks that the install resolved no version that is not committed. */
function expectSameVersions(plan: AppPlan, folder: string, pins: ReadonlyMap<string, string>): void {
  const committed = lockedPackages(readFileSync(lockfileOf(plan), 'utf8'));
  const installed = lockedPackages(readFileSync(join(folder, 'pnpm-lock.yaml'), 'utf8'));
  const pinned = new Set([...pins].map(([name, version]) => `${name}@${version}`));
  const unknown = [...installed].filter(
    (entry) => !committed.has(entry) && !pinned.has(entry) && !entry.startsWith('@threadkit/'),
  );
  if (unknown.length > 0) {
    throw new Error(
      `${plan.name}: versions that are in no lockfile: ${unknown.join(', ')}. Run 'pnpm fresh-apps --update-locks'.`,
    );
  }
}

function lockedPackages(lockfile: string): ReadonlySet<string> {
  const section = /^packages:\n([\s\S]*?)^snapshots:$/m.exec(lockfile)?.[1] ?? '';
  return new Set([...section.matchAll(/^ {2}'?([^\s'][^:']*)'?:$/gm)].map(([, entry = '']) => entry));
}

/** Resolves the template's dependencies again and writes the lockfile. */
export async function updateLockfile(plan: AppPlan, folder: string): Promise<void> {
  writeFiles(folder, {
    'package.json': manifestOf(plan, {}),
    'pnpm-workspace.yaml': workspaceSettings({}),
  });
  await runOrThrow(['pnpm', 'install', '--lockfile-only'], { cwd: folder });
  mkdirSync(dirname(lockfileOf(plan)), { recursive: true });
  cpSync(join(folder, 'pnpm-lock.yaml'), lockfileOf(plan));
}

/** Writes files into an app. Keys are paths relative to its folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Edits a file of the template. @throws When the file does not exist. */
export function editFile(folder: string, path: string, edit: (content: string) => string): void {
  const file = join(folder, path);
  if (!existsSync(file)) throw new Error(`The template has no ${path} any more.`);
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
}
