import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from '../scripts/browser.ts';
import type { AppOptions } from './checks/app-test.ts';
import { PLAIN_APP, runningApps } from './running-app.ts';

export default defineConfig<AppOptions>({
  testDir: './checks',
  outputDir: '../test-results/fresh-apps',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 15_000,
    browserName: 'chromium',
    headless: true,
    launchOptions: chromiumLaunch(),
    viewport: { width: 1000, height: 800 },
    colorScheme: 'light',
    // Checks read colors immediately after a change.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
  },
  projects: runningApps().map((app) => ({
    name: app.name,
    use: { app },
    // The other apps are compared with this one.
    ...(app.name === PLAIN_APP && { grepInvert: /as in an app without styles/ }),
  })),
});
