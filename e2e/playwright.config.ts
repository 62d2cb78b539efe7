import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from '../scripts/browser.ts';

// Every test starts its own server on its own port, so tests can run in parallel.
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions: chromiumLaunch(),
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
  },
});
