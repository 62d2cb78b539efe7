import { expect, type Locator, type Page } from '@playwright/test';

/** The playground as a person meets it: by roles and words. */
export class ChatPage {
  readonly page: Page;
  readonly composer: Locator;
  readonly send: Locator;
  readonly stop: Locator;
  readonly log: Locator;
  readonly answers: Locator;
  readonly questions: Locator;

  constructor(page: Page) {
    this.page = page;
    this.composer = page.getByRole('textbox', { name: 'Message', exact: true });
    this.send = page.getByRole('button', { name: 'Send', exact: true });
    this.stop = page.getByRole('button', { name: 'Stop', exact: true });
    this.log = page.getByRole('log');
    this.answers = this.log.locator('[data-slot="message"][data-role="assistant"]');
    this.questions = this.log.locator('[data-slot="message"][data-role="user"]');
  }

  async ask(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  /** A run is going and has said something. */
  async midRun(): Promise<void> {
    await expect(this.stop).toBeVisible();
    await expect(this.answers.last()).toContainText(/\S{3}/);
    await expect(this.stop).toBeVisible();
  }

  /** The run has ended: the button sends again. */
  async settled(): Promise<void> {
    await expect(this.stop).toBeHidden({ timeout: 20_000 });
  }

  threadId(): string {
    const id = new URL(this.page.url()).searchParams.get('thread');
    if (id === null) throw new Error(`No thread in the address: ${this.page.url()}`);
    return id;
  }
}
