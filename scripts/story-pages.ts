/** Opens the static Storybook in a browser without a server: request interception serves its files. */

import { existsSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { repositoryRoot } from './repository-root.ts';

export const storybookFolder: string = join(repositoryRoot, 'storybook-static');

/** The stories that layout and style checks use. */
export const KEY_PAGES = {
  empty: 'scenarios--empty',
  conversation: 'overview-conversation--with-everything',
  streaming: 'scenarios--streaming',
  approval: 'scenarios--approval-after-reload',
  approvals: 'scenarios--several-approvals',
  failed: 'scenarios--failed-run',
  'rate-limited': 'scenarios--rate-limited',
  offline: 'scenarios--offline-during-response',
  files: 'scenarios--files',
  'five-thousand': 'scenarios--five-thousand-messages',
  'run-details': 'scenarios--run-details',
} as const;

export type KeyPage = keyof typeof KEY_PAGES;

/** localhost makes the page a secure context. No server listens on the port. */
const origin = 'http://localhost:6007';

/** Serves the requests of a browser context from the static Storybook. @throws When it is not built. */
export async function serveStories(context: BrowserContext): Promise<void> {
  if (!existsSync(join(storybookFolder, 'index.json'))) {
    throw new Error('There is no static Storybook. Run "pnpm storybook:build" first.');
  }
  await context.route(`${origin}/**`, async (route) => {
    const path = normalize(
      join(storybookFolder, decodeURIComponent(new URL(route.request().url()).pathname)),
    );
    if (!path.startsWith(storybookFolder + sep) || !existsSync(path)) await route.fulfill({ status: 404 });
    else await route.fulfill({ path });
  });
}

interface StorybookWindow {
  readonly __STORYBOOK_PREVIEW__?: { readonly currentRender?: { readonly phase?: string } };
  playError?: string;
}

interface Channel {
  on(event: string, listener: (error: Error) => void): void;
}

/** Runs in the page before Storybook, which reports errors of play functions only on its channel. */
function recordPlayErrors(): void {
  let channel: Channel | undefined;
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    get: () => channel,
    set(given: Channel) {
      channel = given;
      given.on('playFunctionThrewException', ({ message }) => {
        (globalThis as StorybookWindow).playError = message;
      });
    },
  });
}

/** Opens a story and waits until its play function has ended. @throws When the play function failed. */
export async function openStory(
  page: Page,
  id: string,
  globals: Readonly<Record<string, string>>,
): Promise<void> {
  await page.addInitScript(recordPlayErrors);
  const pairs = Object.entries(globals).map(([name, value]) => `${name}:${value}`);
  await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=${pairs.join(';')}`);
  const phase = await page.waitForFunction(
    (ended) => {
      const now = (globalThis as StorybookWindow).__STORYBOOK_PREVIEW__?.currentRender?.phase;
      return now !== undefined && ended.includes(now) ? now : undefined;
    },
    ['completed', 'finished', 'errored', 'aborted'],
  );
  const ended = await phase.jsonValue();
  const error = await page.evaluate(() => (globalThis as StorybookWindow).playError);
  if (error !== undefined || ended === 'errored' || ended === 'aborted') {
    throw new Error(
      `The story ${id} ended as "${ended}": ${error ?? 'open it in Storybook to see the error'}`,
    );
  }
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
}
