import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createManualClock } from '../../testing/manual-clock.ts';
import { stepEngine } from '../../testing/step-engine.ts';
import { type TestServer, testServer, WEATHER } from '../../testing/test-server.ts';
import { until } from '../../testing/until.ts';
import { sqliteStorage } from './sqlite-storage.ts';

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'threadkit-unreadable-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'threads.sqlite');
}

/** Cuts the body of a row, as a bad disk may. */
function damage(file: string, table: string, id: string): void {
  const database = new DatabaseSync(file);
  database.prepare(`UPDATE ${table} SET body = '{"id":"' WHERE id = ?`).run(id);
  database.close();
}

const asking = () =>
  stepEngine(async (play) => {
    play.emit({ type: 'tool-call', index: 0, name: 'get_weather', arguments: '{}' });
    play.finish('tool-calls');
  });

/** A run in a new thread that waits for tool outputs. */
async function waitingRun({ caller }: TestServer) {
  const started = await caller.ask('run', 'POST', '/threads/runs', {
    assistant_id: 'asst_demo',
    thread: { messages: [{ role: 'user', content: 'weather' }] },
    tools: [WEATHER],
  });
  return caller.runIn(started, 'requires_action');
}

describe('a SQLite file with an unreadable row', () => {
  it('a list leaves the row out, and the log names it without its text', async () => {
    const file = newFile();
    const before = testServer({ storage: sqliteStorage(file) });
    const damaged = await before.caller.newThread('one');
    const whole = await before.caller.newThread('two');
    await before.server.close();
    damage(file, 'threads', damaged.id);

    const { caller, log, faults } = testServer({ storage: sqliteStorage(file) });
    expect((await caller.ask('threads', 'GET', '/threads')).data.map(({ id }) => id)).toEqual([whole.id]);
    expect(log).toEqual([
      {
        level: 'error',
        event: 'storage_damaged',
        message: expect.stringMatching(
          new RegExp(`The row ${damaged.id} of the table "threads" cannot be read`),
        ),
      },
    ]);
    expect(faults).toEqual([]);
  });

  it('a page whose rows are all unreadable is read on to the next that is not, in both directions', async () => {
    const file = newFile();
    const before = testServer({ storage: sqliteStorage(file) });
    const threads = [];
    for (const text of ['one', 'two', 'three', 'four', 'five'])
      threads.push(await before.caller.newThread(text));
    await before.server.close();
    for (const { id } of threads.slice(1, 4)) damage(file, 'threads', id);

    const { caller } = testServer({ storage: sqliteStorage(file) });
    const ids = threads.map(({ id }) => id);
    const list = async (query: string) => {
      const page = await caller.ask('threads', 'GET', `/threads?limit=1&order=asc${query}`);
      return [page.data.map(({ id }) => id), page.has_more];
    };
    expect(await list('')).toEqual([[ids[0]], true]);
    expect(await list(`&after=${ids[0]}`)).toEqual([[ids[4]], false]);
    expect(await list(`&before=${ids[4]}`)).toEqual([[ids[0]], false]);
    expect(await list(`&after=${ids[3]}`)).toEqual([[ids[4]], false]);
  });

  it('a delta that cannot be read is missing from its message, and does not keep the run from recovery', async () => {
    const file = newFile();
    const engine = stepEngine(async (play) => {
      play.say('Half a sentence.');
      await new Promise(() => {});
    });
    const before = testServer({ storage: sqliteStorage(file), engine });
    const run = await before.caller.ask('run', 'POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      thread: { messages: [{ role: 'user', content: 'hello' }] },
    });
    const path = `/threads/${run.thread_id}/messages?limit=1`;
    await until(async () => {
      const [last] = (await before.caller.ask('messages', 'GET', path)).data;
      return last?.role === 'assistant' && last.content.length > 0;
    });
    await before.server.close();
    const database = new DatabaseSync(file);
    // As if the message had been stored before its text.
    database.exec(
      `UPDATE messages SET seq = 0, body = json_set(body, '$.content', json('[]')) WHERE run_id IS NOT NULL`,
    );
    database.exec(
      `UPDATE event_batches SET lines = replace(lines, 'message.delta' || char(9), 'message.delta' || char(9) || '}')`,
    );
    database.close();

    const after = testServer({ storage: sqliteStorage(file) });
    await after.caller.runIn(run, 'completed');
    expect(after.log).toMatchObject([
      { event: 'storage_damaged', message: expect.stringContaining('"event_batches"') },
    ]);
    expect(after.faults).toEqual([]);
  });

  it('an overdue run that cannot be read does not keep others from expiring, and does not lock its thread', async () => {
    const file = newFile();
    const clock = createManualClock();
    const open = () =>
      testServer({
        storage: sqliteStorage(file, { now: clock.now }),
        setTimer: clock.setTimer,
        engine: asking(),
      });
    const before = open();
    const damaged = await waitingRun(before);
    const whole = await waitingRun(before);
    await before.server.close();
    damage(file, 'runs', damaged.id);

    const { caller, server, log, faults } = open();
    await server.open();
    await clock.advance(11 * 60_000);
    // The next sweep is scheduled after a SQLite commit, so advancing the clock once is not enough.
    await until(async () => {
      await clock.advance(5_000);
      const path = `/threads/${whole.thread_id}/runs/${whole.id}`;
      return (await caller.ask('run', 'GET', path)).status === 'expired';
    });
    expect(log).toMatchObject([{ event: 'storage_damaged', message: expect.stringContaining(damaged.id) }]);
    expect(faults).toEqual([]);
    const added = await caller.send('POST', `/threads/${damaged.thread_id}/messages`, {
      role: 'user',
      content: 'still here',
    });
    expect(added.status).toBe(200);
  });
});
