import { test as base, expect, type Page } from '@playwright/test';
import { type ChatPage, createChatPage } from '../../e2e/chat-page.ts';
import type { RunningApp } from '../running-app.ts';

export interface AppOptions {
  app: RunningApp;
}

interface Fixtures {
  /** The app's page. The test fails when its console has a warning or an error. */
  chat: ChatPage;
}

export const test = base.extend<AppOptions & Fixtures>({
  app: [{ name: '', url: '', api: '', dark: 'media', isPrefetched: false }, { option: true }],
  chat: async ({ page, app }, provide) => {
    const consoleErrors = watchConsole(page);
    await page.goto(app.url);
    await provide(createChatPage(page));
    expect(consoleErrors, 'the console of the page is empty').toEqual([]);
  },
});

export { expect };

/** Waits until running transitions have ended, so that computed styles have their final values. */
export async function waitForTransitions(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.all(moving.map(({ finished }) => finished));
  });
}

/** Collects warnings, errors and uncaught exceptions of a page from now on. */
function watchConsole(page: Page): string[] {
  const consoleErrors: string[] = [];
  page.on('console', (message) => {
    const type = message.type();
    if (type === 'error' || type === 'warning') consoleErrors.push(`${type}: ${message.text()}`);
  });
  page.on('pageerror', (error) => consoleErrors.push(`uncaught: ${error.message}`));
  return consoleErrors;
}

/** Sends a message whose response has every kind of markdown, and waits for its end. */
export async function requestProseResponse(chat: ChatPage): Promise<void> {
  await chat.sendMessage('/long 280');
  await expect(chat.assistantMessages.last()).toContainText('await read(1)', { timeout: 30_000 });
  await chat.waitForRunEnd();
  // Loaded lazily: highlighting of code, and message actions.
  await expect(chat.assistantMessages.last().locator('[data-token]').first()).toBeAttached();
  await expect(chat.userMessages.last().locator('[data-slot="message-actions"]')).toBeAttached();
}

/** Sends a message that calls the theme tool, and waits for its approval box. */
export async function requestThemeChange(chat: ChatPage, theme: 'light' | 'dark'): Promise<void> {
  await chat.sendMessage(`Please change the theme to ${theme}`);
  await expect(approveButton(chat)).toBeVisible();
}

export const approveButton = (chat: ChatPage) => chat.page.locator('[data-slot="tool-approval-approve"]');

export type Scheme = 'light' | 'dark' | 'dark by data-theme';

export const schemes: readonly Scheme[] = ['light', 'dark', 'dark by data-theme'];

/** Applies a color scheme in the way of the app, or with `data-theme` like the README's tool. */
export async function setScheme(page: Page, app: RunningApp, scheme: Scheme): Promise<void> {
  const isDark = scheme === 'dark';
  await page.emulateMedia({ colorScheme: isDark && app.dark === 'media' ? 'dark' : 'light' });
  await page.evaluate(
    ({ hasClass, theme }) => {
      const { classList, dataset } = document.documentElement;
      classList.toggle('dark', hasClass);
      if (theme === undefined) delete dataset['theme'];
      else dataset['theme'] = theme;
    },
    {
      hasClass: isDark && app.dark === 'class',
      theme: scheme === 'dark by data-theme' ? 'dark' : undefined,
    },
  );
  await waitForTransitions(page);
}
