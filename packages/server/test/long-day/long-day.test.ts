import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { sqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';
import { createManualClock } from '../../src/testing/manual-clock.ts';
import { testServer } from '../../src/testing/test-server.ts';

/** `DAY_HOURS=8` simulates that many hours. */
const HOURS = Number(process.env['DAY_HOURS'] ?? 4);
const RUNS_PER_MINUTE = 2;
/** The app deletes a thread after this time. */
const THREAD_MINUTES = 90;
/** What is stored has settled after the retention of events, an hour, and that of threads. */
const SETTLED_HOURS = 3;
const STEP_MINUTES = 5;

/** Bytes of the database's pages that are in use. */
function usedBytes(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const read = (pragma: string) => Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);
  const bytes = (read('page_count') - read('freelist_count')) * read('page_size');
  database.close();
  return bytes;
}

it('a database stays as large as what is kept, through a long day', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'threadkit-day-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'threads.sqlite');
  const clock = createManualClock();
  const startedAt = clock.now();
  const threads: { readonly id: string; readonly at: number }[] = [];
  const sizes: number[] = [];
  let keys = 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    // A server for each hour: its file can be read by others in between.
    const { server, caller, faults } = testServer({
      storage: sqliteStorage(file, { now: clock.now }),
      setTimer: clock.setTimer,
    });
    for (let minute = 0; minute < 60; minute += STEP_MINUTES) {
      for (let count = 0; count < RUNS_PER_MINUTE * STEP_MINUTES; count += 1) {
        keys += 1;
        const response = await caller.send(
          'POST',
          '/threads/runs',
          {
            assistant_id: 'asst_demo',
            stream: true,
            thread: { messages: [{ role: 'user', content: 'tell me about runs' }] },
          },
          { 'idempotency-key': `key-${keys}` },
        );
        const text = await response.text();
        expect(text).toContain('event: done');
        const id = /"thread_id":"(\w+)"/.exec(text)?.[1] ?? '';
        threads.push({ id, at: clock.now() });
      }
      await clock.advance(STEP_MINUTES * 60_000);
      while (threads[0] && clock.now() - threads[0].at > THREAD_MINUTES * 60_000) {
        const { id } = threads.shift() ?? { id: '' };
        await caller.ask('deleted', 'DELETE', `/threads/${id}`);
      }
    }
    expect(faults).toEqual([]);
    await server.close();
    sizes.push(usedBytes(file));
  }
  expect(clock.now() - startedAt).toBe(HOURS * 3_600_000);
  const settled = sizes[SETTLED_HOURS - 1] ?? 0;
  console.log(
    `long day: ${HOURS} h, ${keys} runs, ${sizes.map((size) => Math.round(size / 1024)).join(', ')} KiB in use`,
  );
  for (const size of sizes.slice(SETTLED_HOURS)) expect(size).toBeLessThan(settled * 1.2);
}, 600_000);
