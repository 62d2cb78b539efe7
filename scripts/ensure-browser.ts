import { existsSync } from 'node:fs';
import { findChromium } from './browser.ts';
import { runCommand } from './run-command.ts';

const installTimeoutMs = 5 * 60_000;

/**
 * Makes sure that Chromium is available, as `findChromium` looks for it. Otherwise installs it: with apt when running
 * as root on Debian, else with Playwright.
 *
 * @throws When `CHROMIUM_PATH` does not exist or Chromium could not be installed. The message says what to do.
 */
export async function ensureBrowser(): Promise<void> {
  const path = process.env['CHROMIUM_PATH'];
  if (path && !existsSync(path)) {
    throw new Error(`CHROMIUM_PATH is ${path}, but there is no such file. Correct or unset it.`);
  }
  if (findChromium() !== undefined) return;
  const isRoot = process.getuid?.() === 0;
  const output =
    isRoot && existsSync('/usr/bin/apt-get') ? await installWithApt() : await installWithPlaywright();
  if (findChromium() !== undefined) return;
  throw new Error(
    `The browser tests need Chromium and it could not be installed.\n${output}\n` +
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
  // Some distributions do not have that package.
  return `${update.output}${install.output}${await installWithPlaywright()}`;
}

async function installWithPlaywright(): Promise<string> {
  console.log("Installing Playwright's Chromium …");
  const { output } = await runCommand(['playwright', 'install', 'chromium'], { timeoutMs: installTimeoutMs });
  return output;
}
