import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { peersFolder } from './candidates.ts';

/**
 * Installs the peers from their lockfile, unless they are up to date.
 *
 * @throws When npm fails.
 */
export function installPeers(): void {
  const lockfile = join(peersFolder, 'package-lock.json');
  const installed = join(peersFolder, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return;
  // The pages need no install scripts; `npm ci` does not change the lockfile.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: peersFolder,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  throw new Error(
    'npm could not install the peers: see the output above, or exclude them with --quick or --only.',
  );
}

/** Exact versions of the peers' packages, from `bench/peers/package.json`. */
export function readPeerVersions(): Record<string, string> {
  const manifest = readFileSync(join(peersFolder, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { dependencies: Record<string, string> }).dependencies;
}
