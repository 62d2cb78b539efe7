import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

const systemPaths = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Which Chromium the tests run in: `CHROMIUM_PATH`, then the one Playwright downloaded, then the system's.
 *
 * `'playwright'` means that Playwright finds its own; `undefined` means that there is none.
 */
export function findChromium(): { path: string } | 'playwright' | undefined {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted) return { path: wanted };
  if (existsSync(chromium.executablePath())) return 'playwright';
  const path = systemPaths.find((file) => existsSync(file));
  return path === undefined ? undefined : { path };
}

/** `launchOptions` for Playwright and for Vitest's Playwright provider. */
export function chromiumLaunch(): { args: string[]; executablePath?: string } {
  const found = findChromium();
  return typeof found === 'object' ? { args, executablePath: found.path } : { args };
}
