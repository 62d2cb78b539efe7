import { describe, expect, it, onTestFinished } from 'vitest';
import { ALICE, THREAD } from '../../testing/storage-fixture.ts';
import { databaseUrl, schemaOfTest } from '../../testing/test-postgres.ts';

describe.skipIf(databaseUrl === '')('a database with unreadable rows', () => {
  it('a page whose rows are all unreadable is read on to the next that is not, and the rows are reported', async () => {
    const schema = await schemaOfTest();
    const storage = schema.storage();
    const damage: string[] = [];
    await storage.open((message) => damage.push(message));
    onTestFinished(() => storage.close());
    const ids = ['thread_1', 'thread_2', 'thread_3', 'thread_4'];
    for (const id of ids) await storage.createThread(ALICE, { ...THREAD, id }, []);
    await schema.query(`UPDATE "${schema.name}".threads SET body = '{' WHERE id IN ('thread_2', 'thread_3')`);

    const list = async (cursor: { readonly after?: string; readonly before?: string }) => {
      const page = await storage.threads.list(ALICE, { limit: 1, order: 'asc', ...cursor });
      return [page?.data.map(({ id }) => id), page?.has_more];
    };
    expect(await list({})).toEqual([['thread_1'], true]);
    expect(await list({ after: 'thread_1' })).toEqual([['thread_4'], false]);
    expect(await list({ before: 'thread_4' })).toEqual([['thread_1'], false]);
    expect(damage.join(' ')).toMatch(/thread_2.*thread_3/s);
  });
});
