import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type ChatPage, createChatPage } from './chat-page.ts';
import { createServerProcess, type ServerProcess } from './server-process.ts';

interface Fixtures {
  /** See `ServerOptions`. */
  leaseMs: number;
  server: ServerProcess;
  /** The playground, opened in the page. */
  chat: ChatPage;
}

/** A test with its own server on its own SQLite file. */
export const test = base.extend<Fixtures>({
  leaseMs: [30_000, { option: true }],
  server: async ({ leaseMs }, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'threadkit-e2e-'));
    const server = createServerProcess({ db: join(folder, 'test.sqlite'), leaseMs });
    await server.start();
    await provide(server);
    await server.stop();
    rmSync(folder, { recursive: true });
  },
  chat: async ({ page, server }, provide) => {
    await page.goto(server.url);
    await provide(createChatPage(page, server));
  },
});

export { expect };
