import { existsSync } from 'node:fs';
import { runCommand } from './run-command.ts';

const PROGRAMS = [
  { path: '/usr/bin/bwrap', package: 'bubblewrap' },
  { path: '/usr/bin/python3', package: 'python3' },
] as const;
const timeoutMs = 5 * 60_000;

/**
 * Installs what the tests of code executors need, as root on Debian. Elsewhere, and when it fails, these tests are skipped and say so: many
 * machines allow no namespaces.
 */
export async function ensureSandbox(): Promise<void> {
  const missing = PROGRAMS.filter(({ path }) => !existsSync(path)).map((program) => program.package);
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${missing.join(' and ')} with apt …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing];
  if ((await runCommand(install, { timeoutMs, env })).exitCode === 0) return;
  // The lists of packages are missing or old.
  await runCommand(['apt-get', 'update', '-qq'], { timeoutMs, env });
  const { exitCode, output } = await runCommand(install, { timeoutMs, env });
  if (exitCode !== 0)
    console.warn(`It could not be installed, so tests that execute code are skipped.\n${output}`);
}
