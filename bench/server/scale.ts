/**
 * How the cost of a run grows with its thread, and that of requests with the database: `--runs 40`. PostgreSQL is that of `DATABASE_URL`, or
 * one that is started with its default settings. Threads take turns, so that their times can be compared.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { MessageObject, ThreadObject } from '@threadkit/core/api';
import { createServer, memoryStorage, type Server, type Storage, scripted } from '@threadkit/server';
import { sqliteStorage } from '@threadkit/server/node';
import { postgresStorage } from '@threadkit/server/postgres';
import { startPostgres } from '../../packages/server/src/testing/postgres-process.ts';
import { median, table } from './report.ts';

const LENGTHS = [10, 1000, 100_000];
const TOTAL = 1_000_000;
const MESSAGES_PER_THREAD = 1000;
/** The owner of a server that lets everyone in. */
const SCOPE = { owner: '[null,"everyone"]' };

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '40' } },
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
});
const runs = Number(values.runs);

function newThread(id: string, count: number): [ThreadObject, MessageObject[]] {
  const thread: ThreadObject = { id, object: 'thread', created_at: 1, metadata: {}, tool_resources: {} };
  const messages = Array.from(
    { length: count },
    (_, index): MessageObject => ({
      id: `msg_${id}_${index}`,
      object: 'thread.message',
      created_at: 1,
      assistant_id: null,
      thread_id: id,
      run_id: null,
      status: 'completed',
      incomplete_details: null,
      completed_at: 1,
      incomplete_at: null,
      role: index % 2 === 0 ? 'user' : 'assistant',
      content: [
        { type: 'text', text: { value: `Message ${index} of a long conversation.`, annotations: [] } },
      ],
      attachments: [],
      metadata: {},
    }),
  );
  return [thread, messages];
}

async function send(server: Server, method: string, path: string, body?: object): Promise<unknown> {
  const response = await server.fetch(
    new Request(`http://bench/v1${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    }),
  );
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
  return text;
}

/** Median milliseconds of each action; the actions take turns. */
async function timesOf(actions: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times = actions.map((): number[] => []);
  for (let round = 0; round < runs + 5; round += 1) {
    for (const [index, action] of actions.entries()) {
      const startedAt = performance.now();
      await action();
      if (round >= 5) times[index]?.push(performance.now() - startedAt);
    }
  }
  return times.map(median);
}

/** A run whose prompt has the same length on every thread, unless `whole` is set: then it has what fits. */
const run =
  (server: Server, threadId: string, whole = false) =>
  () =>
    send(server, 'POST', `/threads/${threadId}/runs`, {
      assistant_id: 'asst_bench',
      stream: true,
      ...(!whole && { truncation_strategy: { type: 'last_messages', last_messages: 10 } }),
    });

async function measure(name: string, storage: Storage): Promise<string[][]> {
  const server = createServer({
    storage,
    engine: scripted({ paceMs: 0 }),
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_bench', model: 'scripted', instructions: 'Be brief.' }],
  });
  await server.open();
  for (const length of LENGTHS) await storage.createThread(SCOPE, ...newThread(`thread_${length}`, length));
  const byLength = await timesOf(LENGTHS.map((length) => run(server, `thread_${length}`)));
  const byPrompt = await timesOf(LENGTHS.map((length) => run(server, `thread_${length}`, true)));
  const requests = [
    () => send(server, 'GET', '/threads/thread_1000/messages?limit=20'),
    () => send(server, 'GET', '/threads?limit=20'),
    () => send(server, 'POST', '/threads', { messages: [{ role: 'user', content: 'hello' }] }),
    run(server, 'thread_10'),
  ];
  const before = await timesOf(requests);
  const stored = LENGTHS.reduce((sum, length) => sum + length, 0);
  for (let count = stored, index = 0; count < TOTAL; count += MESSAGES_PER_THREAD, index += 1) {
    await storage.createThread(SCOPE, ...newThread(`thread_more_${index}`, MESSAGES_PER_THREAD));
  }
  const after = await timesOf(requests);
  await server.close();
  const inMs = (times: readonly number[]) => times.map((time) => time.toFixed(2)).join(' · ');
  const ratios = (times: readonly number[], base: readonly number[]) =>
    times.map((time, index) => (time / (base[index] ?? Number.NaN)).toFixed(2)).join(' · ');
  return [
    [
      name,
      'a run that reads 10 messages, on a thread of 10 · 1,000 · 100,000',
      inMs(byLength),
      ratios(
        byLength,
        byLength.map(() => byLength[0] ?? 0),
      ),
    ],
    [
      name,
      'a run that reads what fits, on the same threads',
      inMs(byPrompt),
      ratios(
        byPrompt,
        byPrompt.map(() => byPrompt[0] ?? 0),
      ),
    ],
    [
      name,
      'messages · threads · new thread · run, with 1,000,000 messages',
      inMs(after),
      ratios(after, before),
    ],
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'threadkit-scale-'));
const started = process.env['DATABASE_URL'] ? undefined : await startPostgres({ durable: true });
const databaseUrl = process.env['DATABASE_URL'] || started?.url;
const rows = [
  ...(await measure('memory', memoryStorage())),
  ...(await measure('SQLite file', sqliteStorage(join(folder, 'scale.sqlite')))),
  ...(databaseUrl
    ? await measure('PostgreSQL', postgresStorage({ connectionString: databaseUrl, schema: 'scale' }))
    : []),
];
await started?.stop();
rmSync(folder, { recursive: true });
console.log(table(['storage', 'what', 'median ms', '× the shortest thread, or × before'], rows));
