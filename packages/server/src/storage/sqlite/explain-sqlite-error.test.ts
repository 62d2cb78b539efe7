import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { testServer } from '../../testing/test-server.ts';
import { StorageUnavailableError } from '../storage-unavailable-error.ts';
import { explainRejections } from './explain-rejections.ts';
import { openDatabase } from './open-database.ts';
import { sqliteStorage } from './sqlite-storage.ts';
import { transact } from './transact.ts';

const folder = mkdtempSync(join(tmpdir(), 'threadkit-sqlite-errors-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newFile = () => join(folder, `${(files += 1)}.sqlite`);

describe('a locked database', () => {
  it('a locked database leads to 503 with retry-after, logs a remedy, and works once the lock is released', async () => {
    const file = newFile();
    const other = new DatabaseSync(file);
    onTestFinished(() => other.close());
    other.exec('BEGIN EXCLUSIVE');
    const { caller, log, faults } = testServer({ storage: sqliteStorage(file) });

    const refused = await caller.send('GET', '/threads');
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
    const body = await refused.text();
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'storage_unavailable' } });
    expect(body).not.toContain(folder);
    expect(log).toEqual([
      {
        level: 'error',
        event: 'storage_unavailable',
        message: expect.stringMatching(/in use by another process.*stop the other one, or use another file/),
      },
    ]);
    expect(faults).toEqual([]);

    other.exec('ROLLBACK');
    expect((await caller.send('GET', '/threads')).status).toBe(200);
  });
});

describe('a SQLite database', () => {
  it('a read-only database file rejects with a remedy', async () => {
    const file = newFile();
    new DatabaseSync(file).close();
    const url = `${pathToFileURL(file).href}?mode=ro`;
    const { caller, log } = testServer({ storage: sqliteStorage(url) });
    const refused = await caller.send('GET', '/threads');
    expect(refused.status).toBe(503);
    expect(refused.headers.has('retry-after')).toBe(false);
    expect(log).toMatchObject([
      { message: expect.stringMatching(/is read-only. Let this account write the file and its folder/) },
    ]);
  });

  it('a full disk rejects with a remedy, and keeps the data', async () => {
    const file = newFile();
    const database = openDatabase(file);
    onTestFinished(() => database.close());
    const { page_count: pages } = database.prepare('PRAGMA page_count').get() ?? {};
    database.exec(`PRAGMA max_page_count = ${Number(pages) + 2}`);
    const store = explainRejections(
      {
        async write() {
          transact(database, () => {
            database.exec(
              "INSERT INTO threads (id, owner, created_at, body) VALUES ('t', 'o', 1, hex(zeroblob(1000000)))",
            );
          });
        },
      },
      file,
    );
    const failure = await store.write().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StorageUnavailableError);
    expect(failure).toMatchObject({
      message: `The disk of the database ${file} is full. Free some space.`,
      retryAfterMs: undefined,
    });
    expect(database.prepare('SELECT count(*) AS n FROM threads').get()).toEqual({ n: 0 });
  });

  it('any other database error is rejected unchanged', async () => {
    const database = openDatabase(newFile());
    onTestFinished(() => database.close());
    const store = explainRejections({ read: async () => database.prepare('SELECT nonsense') }, 'file');
    await expect(store.read()).rejects.toThrow('no such column: nonsense');
  });
});
