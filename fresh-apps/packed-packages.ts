import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../scripts/run-command.ts';
import { workspacePackages } from '../scripts/workspace-packages.ts';
import { runOrThrow } from './run-or-throw.ts';

export interface PackedPackage {
  /** `@threadkit/core` */
  readonly name: string;
  /** Absolute. */
  readonly tarball: string;
}

/** Packs the built packages as for publishing and checks the tarballs with publint and attw. */
export async function packPackages(folder: string): Promise<PackedPackage[]> {
  return Promise.all(
    workspacePackages().map(async ({ name, path, folder: short }) => {
      const destination = join(folder, short);
      // npm would not replace `catalog:` and `publishConfig.exports`.
      await runOrThrow(['pnpm', 'pack', '--pack-destination', destination], { cwd: path });
      const [file = ''] = readdirSync(destination);
      const tarball = join(destination, file);
      await runOrThrow(['publint', tarball, '--strict']);
      // A stylesheet has no types.
      await runOrThrow(['attw', tarball, '--profile', 'esm-only', '--exclude-entrypoints', 'styles.css']);
      return { name, tarball };
    }),
  );
}

interface Listed {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, Listed>>;
}

/** Versions of the packages' dependencies, direct and indirect, in the repository's lockfile. */
export async function pinnedDependencies(): Promise<ReadonlyMap<string, string>> {
  const { exitCode, output } = await runCommand(
    ['pnpm', 'list', '--json', '--prod', '--depth', 'Infinity', '--filter', './packages/*'],
    { timeoutMs: 60_000 },
  );
  if (exitCode !== 0) throw new Error(`The packages' dependencies could not be listed.\n${output}`);
  const packages: readonly Listed[] = JSON.parse(output);
  const pins = new Map<string, string>();
  const visit = ({ dependencies = {} }: Listed): void => {
    for (const [name, listed] of Object.entries(dependencies)) {
      // The app has its own version of React, and workspace packages are installed from tarballs.
      const isPinned = !listed.version.startsWith('link:') && name !== 'react' && name !== 'react-dom';
      if (isPinned) pins.set(name, listed.version);
      visit(listed);
    }
  };
  packages.forEach(visit);
  return pins;
}
