import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { peersFolder } from './candidates.ts';

/**
 * Installs the peers as their lockfile says, if that has not been done since it changed.
 *
 * @throws When npm fails.
 */
export function installPeers(): void {
  const lockfile = join(peersFolder, 'package-lock.json');
  const installed = join(peersFolder, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return;
  // Scripts of packages have no business here; the lockfile is kept as it is.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: peersFolder,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  throw new Error('npm could not install the peers: see above, or leave them out with --quick or --only.');
}

/** The packages that are compared with, and their versions: exact, as in `bench/peers/package.json`. */
export function readPeerVersions(): Record<string, string> {
  const manifest = readFileSync(join(peersFolder, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { dependencies: Record<string, string> }).dependencies;
}
