import { expect, type Locator, type Page } from '@playwright/test';
import { SOME_WORDS } from '@threadkit/testing';
import type { ServerProcess } from './server-process.ts';

/** The playground as a person meets it: by roles and words. */
export class ChatPage {
  readonly page: Page;
  readonly composer: Locator;
  readonly send: Locator;
  readonly stop: Locator;
  readonly log: Locator;
  readonly answers: Locator;
  readonly questions: Locator;
  readonly #server: ServerProcess | undefined;

  /** @param server - left out, answers cannot be held */
  constructor(page: Page, server?: ServerProcess) {
    this.page = page;
    this.#server = server;
    this.composer = page.getByRole('textbox', { name: 'Message', exact: true });
    this.send = page.getByRole('button', { name: 'Send', exact: true });
    this.stop = page.getByRole('button', { name: 'Stop', exact: true });
    this.log = page.getByRole('log');
    this.answers = this.log.locator('[data-slot="message"][data-role="assistant"]');
    this.questions = this.log.locator('[data-slot="message"][data-role="user"]');
  }

  /** Sends a message: it stands in the conversation, or in the queue while a run is going. */
  async ask(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    const places = this.page.locator('[role="log"], [data-slot="queue"]').filter({ hasText: text });
    await expect(places).not.toHaveCount(0);
  }

  /** Sends a message whose answer stops after some words, until the server's gate is opened. */
  async askAndHold(text: string): Promise<void> {
    if (this.#server === undefined)
      throw new Error('An answer is held by its server: give it to the ChatPage.');
    await this.#server.closeGate(SOME_WORDS);
    await this.ask(text);
    await this.held();
  }

  /** An answer has said some words and waits at the server's closed gate. */
  async held(): Promise<void> {
    const live = this.log.locator('[data-slot="chat-run"]').last();
    await expect(live.locator('[data-slot="message"][data-role="assistant"]').last()).toContainText(/\S{3}/);
    await expect(this.stop).toBeVisible();
  }

  /** The last message has been answered, or its run has ended otherwise, and no other run is going. */
  async settled(): Promise<void> {
    const last = this.log.locator('[data-slot="message"][data-role="user"], [data-slot="chat-run"]').last();
    const ended = this.page.locator('[data-slot="chat-run"][data-status]:not([data-live])');
    await expect(last.and(ended)).toBeAttached({ timeout: 20_000 });
    await expect(this.stop).toBeHidden();
  }

  threadId(): string {
    const id = new URL(this.page.url()).searchParams.get('thread');
    if (id === null) throw new Error(`No thread in the address: ${this.page.url()}`);
    return id;
  }
}
