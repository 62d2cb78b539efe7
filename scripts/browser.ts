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
 * Finds the Chromium for the tests: `CHROMIUM_PATH`, else Playwright's download, else the system's.
 *
 * @returns `'playwright'` when Playwright finds its own download; `undefined` when there is no Chromium.
 */
export function findChromium(): { path: string } | 'playwright' | undefined {
  const configured = process.env['CHROMIUM_PATH'];
  if (configured) return { path: configured };
  if (existsSync(chromium.executablePath())) return 'playwright';
  const path = systemPaths.find((file) => existsSync(file));
  return path === undefined ? undefined : { path };
}

/** `launchOptions` for Playwright and for Vitest's Playwright provider. */
export function chromiumLaunch(): { args: string[]; executablePath?: string } {
  const found = findChromium();
  return typeof found === 'object' ? { args, executablePath: found.path } : { args };
}
