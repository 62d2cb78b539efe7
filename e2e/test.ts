import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { ChatPage } from './chat-page.ts';
import { ServerProcess } from './server-process.ts';

interface Fixtures {
  /** Slow enough that a run can be caught in the middle. */
  paceMs: number;
  server: ServerProcess;
  /** The open playground. */
  chat: ChatPage;
}

/** A test with a server of its own, on a SQLite file of its own. */
export const test = base.extend<Fixtures>({
  paceMs: [8, { option: true }],
  server: async ({ paceMs }, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'threadkit-e2e-'));
    const server = new ServerProcess({ db: join(folder, 'test.sqlite'), paceMs });
    await server.start();
    await provide(server);
    await server.stop();
    rmSync(folder, { recursive: true });
  },
  chat: async ({ page, server }, provide) => {
    await page.goto(server.url);
    await provide(new ChatPage(page));
  },
});

export { expect };
