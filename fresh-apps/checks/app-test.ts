import { test as base, expect, type Page } from '@playwright/test';
import { ChatPage } from '../../e2e/chat-page.ts';
import type { RunningApp } from '../running-app.ts';

export interface AppOptions {
  app: RunningApp;
}

interface Fixtures {
  /** The app's open page. A test that ends with a warning or an error in its console has failed. */
  chat: ChatPage;
}

export const test = base.extend<AppOptions & Fixtures>({
  app: [{ name: '', url: '', api: '', dark: 'media', isPrefetched: false }, { option: true }],
  chat: async ({ page, app }, provide) => {
    const complaints = watchConsole(page);
    await page.goto(app.url);
    await provide(new ChatPage(page));
    expect(complaints, 'the console of the page is empty').toEqual([]);
  },
});

export { expect };

/** Waits for the transitions that run: what a computed style says is then what it ends at. */
export async function settleTransitions(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.all(moving.map(({ finished }) => finished));
  });
}

/** Everything that a page complains about from now on. */
function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const type = message.type();
    if (type === 'error' || type === 'warning') complaints.push(`${type}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  return complaints;
}

/** Asks for an answer with something of everything and waits for its end. */
export async function askForProse(chat: ChatPage): Promise<void> {
  await chat.ask('/long 280');
  await expect(chat.answers.last()).toContainText('await read(1)', { timeout: 30_000 });
  await chat.settled();
  // What is loaded a moment later: the inks of code, and what one does with a message.
  await expect(chat.answers.last().locator('[data-token]').first()).toBeAttached();
  await expect(chat.questions.last().locator('[data-slot="message-actions"]')).toBeAttached();
}

/** Asks for the tool and waits until it asks back. */
export async function askForTheme(chat: ChatPage, theme: 'light' | 'dark'): Promise<void> {
  await chat.ask(`Please change the theme to ${theme}`);
  await expect(approveButton(chat)).toBeVisible();
}

export const approveButton = (chat: ChatPage) => chat.page.locator('[data-slot="tool-approval-approve"]');

export type Scheme = 'light' | 'dark' | 'dark by data-theme';

export const schemes: readonly Scheme[] = ['light', 'dark', 'dark by data-theme'];

/** Makes the page light or dark as its app does it, or as the README's tool does. */
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
  await settleTransitions(page);
}
