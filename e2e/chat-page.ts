import { expect, type Locator, type Page } from '@playwright/test';
import { SOME_WORDS } from '@threadkit/testing';
import type { ServerProcess } from './server-process.ts';

/** Page object of a chat. Finds elements by role and text. */
export interface ChatPage {
  readonly page: Page;
  readonly composer: Locator;
  readonly sendButton: Locator;
  readonly stopButton: Locator;
  readonly log: Locator;
  readonly assistantMessages: Locator;
  readonly userMessages: Locator;
  /** Sends a message and waits until it is in the conversation, or in the queue during a run. */
  sendMessage(text: string): Promise<void>;
  /** Sends a message and waits until its response pauses after some words. The server's gate continues it. */
  sendAndPauseResponse(text: string): Promise<void>;
  /** Waits until the last response has some words and its run is still active. */
  waitForPausedResponse(): Promise<void>;
  /** Waits until the run of the last message has ended, with any status, and no other run is active. */
  waitForRunEnd(): Promise<void>;
  threadId(): string;
}

/** @param server - Needed to pause responses. */
export function createChatPage(page: Page, server?: ServerProcess): ChatPage {
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  const stopButton = page.getByRole('button', { name: 'Stop', exact: true });
  const log = page.getByRole('log');

  async function sendMessage(text: string): Promise<void> {
    await composer.fill(text);
    await composer.press('Enter');
    const shown = page.locator('[role="log"], [data-slot="queue"]').filter({ hasText: text });
    await expect(shown).not.toHaveCount(0);
  }

  async function waitForPausedResponse(): Promise<void> {
    const live = log.locator('[data-slot="chat-run"]').last();
    await expect(live.locator('[data-slot="message"][data-role="assistant"]').last()).toContainText(/\S{3}/);
    await expect(stopButton).toBeVisible();
  }

  return {
    page,
    composer,
    sendButton: page.getByRole('button', { name: 'Send', exact: true }),
    stopButton,
    log,
    assistantMessages: log.locator('[data-slot="message"][data-role="assistant"]'),
    userMessages: log.locator('[data-slot="message"][data-role="user"]'),
    sendMessage,
    waitForPausedResponse,

    async sendAndPauseResponse(text) {
      if (server === undefined)
        throw new Error('Pausing a response needs the server: pass it to createChatPage.');
      await server.closeGate(SOME_WORDS);
      await sendMessage(text);
      await waitForPausedResponse();
    },

    async waitForRunEnd() {
      const last = log.locator('[data-slot="message"][data-role="user"], [data-slot="chat-run"]').last();
      const ended = page.locator('[data-slot="chat-run"][data-status]:not([data-live])');
      await expect(last.and(ended)).toBeAttached({ timeout: 20_000 });
      await expect(stopButton).toBeHidden();
    },

    threadId() {
      const id = new URL(page.url()).searchParams.get('thread');
      if (id === null) throw new Error(`The URL has no thread parameter: ${page.url()}`);
      return id;
    },
  };
}
