import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';
import { testServer } from '../../src/testing/test-server.ts';
import { outputsFor } from '../../src/testing/weather-run.ts';

const SQL = readFileSync(new URL('./format-3.sql', import.meta.url), 'utf8');
const OWNER = '[null,"everyone"]';
/** The time at which the rows were written. */
const WRITTEN_AT = Date.UTC(2026, 10, 25, 9);

const firstMatch = (pattern: RegExp) => pattern.exec(SQL)?.[1] ?? '';
const ended = { threadId: firstMatch(/VALUES \(1, '(thread_\w+)'/), runId: firstMatch(/'(run_\w+)', 12,/) };
const waiting = { threadId: firstMatch(/VALUES \(2, '(thread_\w+)'/), runId: firstMatch(/'(run_\w+)', 9,/) };
const fileId = firstMatch(/VALUES \(1, '(file_\w+)'/);

/** A copy of the database, as a file. */
function oldDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'threadkit-format-3-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'threads.sqlite');
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec(SQL);
  database.close();
  return file;
}

describe('a database written with format 3', () => {
  it('a database of format 3 is read: thread, messages, run, step, events, file and idempotency record', async () => {
    const storage = sqliteStorage(oldDatabase());
    await storage.open();
    onTestFinished(() => storage.close());
    const scope = { owner: OWNER, threadId: ended.threadId };
    expect(await storage.threads.get({ owner: OWNER }, ended.threadId)).toMatchObject({
      id: ended.threadId,
      metadata: { title: 'Old' },
    });
    const messages = await storage.messages.list(scope, { order: 'asc' });
    expect(messages?.data).toMatchObject([
      { role: 'user', content: [{ text: { value: 'hello' } }] },
      {
        role: 'assistant',
        run_id: ended.runId,
        status: 'incomplete',
        incomplete_details: { reason: 'max_tokens' },
        content: [{ text: { value: expect.stringMatching(/^Hello! I am the \*\*scripted engine\*\*/) } }],
      },
    ]);
    expect(await storage.getRunRecord(scope, ended.runId)).toMatchObject({
      owner: OWNER,
      seq: 12,
      droppedSeq: 0,
      pendingUsage: null,
      run: { status: 'incomplete', incomplete_details: { reason: 'max_completion_tokens' } },
    });
    const steps = await storage.steps.list({ ...scope, runId: ended.runId }, {});
    expect(steps?.data).toMatchObject([{ type: 'message_creation', status: 'completed' }]);
    const events = await storage.listEvents(scope, ended.runId, 0, 100);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(events.at(-1)?.event).toBe('thread.run.incomplete');
    expect(JSON.parse(events.at(-1)?.json ?? '')).toMatchObject({ id: ended.runId, status: 'incomplete' });
    const content = await storage.getFileContent({ owner: OWNER }, fileId);
    expect(await new Response(content).text()).toBe('hello');
    expect(await storage.getIdempotencyRecord({ owner: OWNER }, 'key-thread')).toEqual({
      key: 'key-thread',
      fingerprint: expect.any(String),
      object: expect.objectContaining({ id: ended.threadId, object: 'thread' }),
      after: 0,
      at: WRITTEN_AT / 1000,
    });
  });

  it('a database of format 3 is served: repeated requests, replayed events, and the run that waits for tool outputs', async () => {
    const { caller, server, faults } = testServer({
      storage: sqliteStorage(oldDatabase(), { now: () => WRITTEN_AT + 60_000 }),
    });
    const repeat = (path: string, body: object, key: string) =>
      caller.send('POST', path, body, { 'idempotency-key': key });
    const thread = await repeat(
      '/threads',
      { messages: [{ role: 'user', content: 'hello' }], metadata: { title: 'Old' } },
      'key-thread',
    );
    expect(await thread.json()).toMatchObject({ id: ended.threadId });
    const runs = `/threads/${ended.threadId}/runs`;
    const body = { assistant_id: 'asst_demo', stream: true, max_completion_tokens: 20 };
    const streamed = await (await repeat(runs, body, 'key-run')).text();
    expect(streamed).toMatch(
      /^id: 1\nevent: thread\.run\.created[\s\S]*id: 12\nevent: thread\.run\.incomplete/,
    );
    const replayed = await caller.stream('GET', `${runs}/${ended.runId}/events?after=10`);
    expect(replayed.map(({ seq }) => seq)).toEqual([11, 12]);

    const path = `/threads/${waiting.threadId}/runs/${waiting.runId}`;
    const run = await caller.ask('run', 'GET', path);
    expect(run).toMatchObject({ status: 'requires_action', usage: null });
    await caller.ask('run', 'POST', `${path}/submit_tool_outputs`, outputsFor(run, 'rain'));
    const completed = await caller.runIn(run, 'completed');
    const { data: steps } = await caller.ask('steps', 'GET', `${path}/steps?order=asc`);
    expect(steps).toMatchObject([
      { type: 'tool_calls', status: 'completed', usage: { total_tokens: expect.any(Number) } },
      { type: 'message_creation', status: 'completed' },
    ]);
    expect(completed.usage?.total_tokens).toBe(
      steps.reduce((sum, { usage }) => sum + (usage?.total_tokens ?? 0), 0),
    );
    expect(faults).toEqual([]);
    await server.close();
  });
});
