import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderFileStore } from '../node/folder-file-store.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import type { Caller } from '../testing/caller.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { type TestServerOptions, testServer } from '../testing/test-server.ts';
import type { FileStore } from './file-store.ts';

function upload(caller: Caller, content: string, fields: Record<string, string> = {}) {
  const form = new FormData();
  form.append('file', new File([content], 'a.txt'));
  for (const [name, value] of Object.entries({ purpose: 'assistants', ...fields })) form.append(name, value);
  return caller.send('POST', '/files', form);
}

async function uploaded(caller: Caller, content: string, fields?: Record<string, string>): Promise<string> {
  const { id } = (await (await upload(caller, content, fields)).json()) as { id: string };
  return id;
}

async function contentOf(caller: Caller, id: string, headers?: Record<string, string>) {
  const response = await caller.send('GET', `/files/${id}/content`, undefined, headers);
  return [response.status, response.status < 400 ? await response.text() : ''];
}

function withFolder(
  options: TestServerOptions = {},
  change: (store: FileStore) => FileStore = (store) => store,
) {
  const folder = mkdtempSync(join(tmpdir(), 'threadkit-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const storage = options.storage ?? memoryStorage({ now: options.now });
  const fileStore = change(folderFileStore(folder));
  const served = testServer({ ...options, storage, fileStore });
  const stored = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [entry.name] : [],
    );
  return { ...served, storage, stored };
}

describe('a server with a file store', () => {
  it('contents are in the store, and the database has their objects', async () => {
    const { caller, stored } = withFolder();
    const id = await uploaded(caller, 'hello world');
    expect(stored()).toEqual([id]);
    expect(await caller.ask('file', 'GET', `/files/${id}`)).toMatchObject({ bytes: 11 });
    expect(await contentOf(caller, id)).toEqual([200, 'hello world']);
    expect(await contentOf(caller, id, { range: 'bytes=6-' })).toEqual([206, 'world']);
    await caller.ask('deleted', 'DELETE', `/files/${id}`);
    expect(stored()).toEqual([]);
    expect(await contentOf(caller, id)).toEqual([404, '']);
  });

  it('contents that were uploaded to the database before are read from there', async () => {
    const storage = memoryStorage();
    const before = testServer({ storage: { ...storage, close: async () => {} } });
    const id = await uploaded(before.caller, 'old');
    await before.server.close();
    const { caller, stored } = withFolder({ storage });
    expect(await contentOf(caller, id)).toEqual([200, 'old']);
    expect(stored()).toEqual([]);
  });

  it('a file that is refused leaves no content', async () => {
    const { caller, stored } = withFolder({ limits: { fileBytes: 10, storedFileBytesPerPrincipal: 15 } });
    expect((await upload(caller, 'x'.repeat(11))).status).toBe(413);
    expect((await upload(caller, 'x', { purpose: 'fun' })).status).toBe(400);
    expect(stored()).toEqual([]);
    expect((await upload(caller, 'x'.repeat(10))).status).toBe(200);
    expect((await upload(caller, 'x'.repeat(6))).status).toBe(429);
    expect(stored()).toHaveLength(1);
    expect((await upload(caller, 'x'.repeat(5))).status).toBe(200);
  });

  it('files of another owner are hidden', async () => {
    const { server } = withFolder({
      authorize: (request) => ({ id: request.headers.get('authorization') ?? '', role: 'user' }),
    });
    const as =
      (name: string) =>
      (path: string, init: RequestInit = {}) =>
        server.fetch(new Request(`http://server/v1${path}`, { ...init, headers: { authorization: name } }));
    const body = new FormData();
    body.append('file', new File(['secret'], 'a.txt'));
    body.append('purpose', 'assistants');
    const { id } = (await (await as('ann')('/files', { method: 'POST', body })).json()) as { id: string };
    expect((await as('ben')(`/files/${id}/content`)).status).toBe(404);
    expect((await as('ben')(`/files/${id}`, { method: 'DELETE' })).status).toBe(404);
    expect(await (await as('ann')(`/files/${id}/content`)).text()).toBe('secret');
  });

  it('expired files are deleted from the store', async () => {
    const clock = createManualClock();
    const { caller, stored } = withFolder({ now: clock.now, setTimer: clock.setTimer });
    const kept = await uploaded(caller, 'kept');
    await uploaded(caller, 'gone', {
      'expires_after[anchor]': 'created_at',
      'expires_after[seconds]': '3600',
    });
    await expect.poll(storedLater(clock, stored, 3_700_000)).toEqual([kept]);
  });

  it('a content that cannot be deleted is reported, and deleted a day later', async () => {
    const clock = createManualClock();
    let isDown = true;
    const { caller, stored, faults } = withFolder({ now: clock.now, setTimer: clock.setTimer }, (store) => ({
      ...store,
      delete: async (id) => {
        if (isDown) throw new Error('The folder is read-only.');
        await store.delete(id);
      },
      // The times of the folder are those of the machine.
      list: (writtenBefore) => store.list?.(writtenBefore + 1e15) ?? emptyList(),
    }));
    const [gone, kept] = [await uploaded(caller, 'gone'), await uploaded(caller, 'kept')];
    await caller.ask('deleted', 'DELETE', `/files/${gone}`);
    expect(await contentOf(caller, gone)).toEqual([404, '']);
    expect(stored().toSorted()).toEqual([gone, kept].toSorted());
    expect(faults).toEqual([expect.objectContaining({ message: 'The folder is read-only.' })]);
    isDown = false;
    await expect.poll(storedLater(clock, stored, 24 * 3_600_000)).toEqual([kept]);
  });

  it('a file store without its methods is refused at creation', () => {
    const fileStore = { write: () => {} } as unknown as FileStore;
    expect(() => testServer({ fileStore })).toThrow(/fileStore of createServer is .*folderFileStore/);
  });
});

/** What is stored a while later. The server's work on the folder takes real time, so its timers start late. */
function storedLater(clock: ReturnType<typeof createManualClock>, stored: () => string[], ms: number) {
  return async () => {
    await clock.advance(ms);
    return stored();
  };
}

async function* emptyList(): AsyncGenerator<string> {}
