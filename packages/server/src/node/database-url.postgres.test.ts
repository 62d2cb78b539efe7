import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import { message, THREAD } from '../testing/storage-fixture.ts';
import { databaseUrl } from '../testing/test-postgres.ts';
import { parseCli } from './cli-options.ts';
import { runMigrate } from './run-migrate.ts';
import { runServe } from './run-serve.ts';

/** The owner of the command, which lets everyone in. */
const EVERYONE = { owner: '[null,"everyone"]' };

/** The connection string of an empty database. */
async function emptyDatabase(): Promise<string> {
  const name = `test_${randomUUID().slice(0, 8)}`;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`CREATE DATABASE "${name}"`);
  onTestFinished(async () => {
    await client.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    await client.end();
  });
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function serve(env: NodeJS.ProcessEnv) {
  const command = parseCli(['serve', '--port', '0', '--pace', '0']);
  if (command.command !== 'serve') throw new Error('These flags do not start a server.');
  const served = await runServe(command.options, env);
  onTestFinished(() => served.close());
  return served;
}

describe.skipIf(databaseUrl === '')('DATABASE_URL', () => {
  it('threadkit migrate copies a SQLite file, which threadkit serve serves', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'threadkit-migrate-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'threads.sqlite');
    const storage = sqliteStorage(file);
    await storage.open();
    await storage.createThread(EVERYONE, THREAD, [message('hello')]);
    await storage.close();

    const env = { DATABASE_URL: await emptyDatabase() };
    const lines: string[] = [];
    await runMigrate({ from: file, schema: undefined }, env, (line) => lines.push(line));
    expect(lines).toContain('messages: 1 row');
    const { url } = await serve(env);
    const response = await fetch(`${url}/v1/threads/thread_1/runs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ assistant_id: 'asst_demo', stream: true }),
    });
    expect(await response.text()).toMatch(/event: thread.run.completed[\s\S]*event: done\n/);
    const messages: unknown = await (await fetch(`${url}/v1/threads/thread_1/messages`)).json();
    expect(messages).toMatchObject({ data: [{ role: 'assistant' }, { id: 'msg_hello' }] });
  });

  it('threadkit migrate creates the tables, once', async () => {
    const env = { DATABASE_URL: await emptyDatabase() };
    const lines: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      await runMigrate({ from: undefined, schema: 'chat' }, env, (line) => lines.push(line));
    }
    expect(lines).toEqual([
      'The database has the tables of this version.',
      'The database has the tables of this version.',
    ]);
  });

  it('a DATABASE_URL of another database is refused without showing it', async () => {
    const env = { DATABASE_URL: 'mysql://root:secret@127.0.0.1/chat' };
    const refused = await serve(env).catch((error: unknown) => String(error));
    expect(refused).toMatch(/DATABASE_URL is not a connection string of PostgreSQL/);
    expect(refused).not.toContain('secret');
  });
});
