import { existsSync } from 'node:fs';
import { findChromium } from './browser.ts';
import { runCommand } from './run-command.ts';

const installTimeoutMs = 5 * 60_000;

/**
 * Makes sure that there is a Chromium: `CHROMIUM_PATH`, Playwright's, the system's, else a new one: Debian's
 * through apt when this is root, Playwright's own download elsewhere.
 *
 * @throws with what to do when there is none afterwards
 */
export async function bringBrowser(): Promise<void> {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted && !existsSync(wanted)) {
    throw new Error(`CHROMIUM_PATH is ${wanted}, but there is no such file. Correct or unset it.`);
  }
  if (findChromium() !== undefined) return;
  const isRoot = process.getuid?.() === 0;
  const tried =
    isRoot && existsSync('/usr/bin/apt-get') ? await installWithApt() : await installWithPlaywright();
  if (findChromium() !== undefined) return;
  throw new Error(
    `The browser tests need Chromium and it could not be installed.\n${tried}\n` +
      'Install Chromium or Chrome yourself, or set CHROMIUM_PATH to one.',
  );
}

async function installWithApt(): Promise<string> {
  console.log('Installing chromium-headless-shell with apt …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runCommand(['apt-get', 'update', '-qq'], { timeoutMs: installTimeoutMs, env });
  const install = await runCommand(
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'],
    { timeoutMs: installTimeoutMs, env },
  );
  if (install.exitCode === 0) return '';
  // Distributions without that package may still have Playwright's download.
  return `${update.output}${install.output}${await installWithPlaywright()}`;
}

async function installWithPlaywright(): Promise<string> {
  console.log("Installing Playwright's Chromium …");
  const { output } = await runCommand(['playwright', 'install', 'chromium'], { timeoutMs: installTimeoutMs });
  return output;
}
