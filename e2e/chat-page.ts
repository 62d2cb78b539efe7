import { expect, type Locator, type Page } from '@playwright/test';
import { SOME_WORDS } from '@threadkit/testing';
import type { ServerProcess } from './server-process.ts';

/** Page object of a chat. Finds elements by role and text. */
export class ChatPage {
  readonly page: Page;
  readonly composer: Locator;
  readonly sendButton: Locator;
  readonly stopButton: Locator;
  readonly log: Locator;
  readonly assistantMessages: Locator;
  readonly userMessages: Locator;
  readonly #server: ServerProcess | undefined;

  /** @param server - Needed to pause responses. */
  constructor(page: Page, server?: ServerProcess) {
    this.page = page;
    this.#server = server;
    this.composer = page.getByRole('textbox', { name: 'Message', exact: true });
    this.sendButton = page.getByRole('button', { name: 'Send', exact: true });
    this.stopButton = page.getByRole('button', { name: 'Stop', exact: true });
    this.log = page.getByRole('log');
    this.assistantMessages = this.log.locator('[data-slot="message"][data-role="assistant"]');
    this.userMessages = this.log.locator('[data-slot="message"][data-role="user"]');
  }

  /** Sends a message and waits until it is in the conversation, or in the queue during a run. */
  async sendMessage(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    const shown = this.page.locator('[role="log"], [data-slot="queue"]').filter({ hasText: text });
    await expect(shown).not.toHaveCount(0);
  }

  /** Sends a message and waits until its response pauses after some words. The server's gate continues it. */
  async sendAndPauseResponse(text: string): Promise<void> {
    if (this.#server === undefined)
      throw new Error('Pausing a response needs the server: pass it to the constructor of ChatPage.');
    await this.#server.closeGate(SOME_WORDS);
    await this.sendMessage(text);
    await this.waitForPausedResponse();
  }

  /** Waits until the last response has some words and its run is still active. */
  async waitForPausedResponse(): Promise<void> {
    const live = this.log.locator('[data-slot="chat-run"]').last();
    await expect(live.locator('[data-slot="message"][data-role="assistant"]').last()).toContainText(/\S{3}/);
    await expect(this.stopButton).toBeVisible();
  }

  /** Waits until the run of the last message has ended, with any status, and no other run is active. */
  async waitForRunEnd(): Promise<void> {
    const last = this.log.locator('[data-slot="message"][data-role="user"], [data-slot="chat-run"]').last();
    const ended = this.page.locator('[data-slot="chat-run"][data-status]:not([data-live])');
    await expect(last.and(ended)).toBeAttached({ timeout: 20_000 });
    await expect(this.stopButton).toBeHidden();
  }

  threadId(): string {
    const id = new URL(this.page.url()).searchParams.get('thread');
    if (id === null) throw new Error(`The URL has no thread parameter: ${this.page.url()}`);
    return id;
  }
}
