import { randomUUID } from 'node:crypto';
import type {
  AssistantObject,
  MessageObject,
  RunObject,
  RunStepObject,
  ThreadObject,
} from '@threadkit/core/api';
import pg from 'pg';
import { applyDeltas, deltaEventOf, isOpenObject } from '../apply-deltas.ts';
import { ATTACHED_ADDITIONS } from '../attached-vector-store.ts';
import { quotaChecks } from '../quota.ts';
import { createReleaseListeners } from '../release-listeners.ts';
import { createRunListeners } from '../run-listeners.ts';
import type { CommitResult, StepPrivate, Storage } from '../storage.ts';
import { createCommitQueue } from './commit-queue.ts';
import { connect } from './connect.ts';
import type { PostgresStorageOptions } from './connection-options.ts';
import { createDatabaseClock } from './database-clock.ts';
import { checkVersion, migrate, quoteSchema } from './migrate.ts';
import { postgresFiles } from './postgres-files.ts';
import { PostgresIdempotency, refusingTakenKeys } from './postgres-idempotency.ts';
import { lockQuotas } from './postgres-quotas.ts';
import { PostgresRuns } from './postgres-runs.ts';
import { PostgresTable } from './postgres-table.ts';
import { PostgresThreads } from './postgres-threads.ts';
import { postgresVectorStores } from './postgres-vector-stores.ts';
import { channelOf, createRemoteCommits, type ListenConnection } from './remote-commits.ts';

/** Rows of servers that committed nothing for this long are deleted; one that is still there inserts its row again. */
const FORGET_WRITERS_MS = 7 * 24 * 3600 * 1000;

/**
 * Storage in PostgreSQL 13 or later, for any number of servers. Each server may execute and stream every run: a run whose server ends
 * is continued by another one.
 */
export function postgresStorage(options: PostgresStorageOptions): Storage {
  const { schema = 'threadkit', transactionPooling = false } = options;
  const s = quoteSchema(schema);
  const serverId = randomUUID();
  const { pool, database, isOwnPool, close } = connect(options);
  let reportDamage: ((message: string) => void) | undefined;
  const onUnreadable = ({ message }: Error): void =>
    reportDamage?.(`${message} Database: ${database.name}, schema: ${schema}.`);
  let opening: Promise<void> | undefined;
  let isClosed = false;

  const clock = createDatabaseClock(database, s);
  const listeners = createRunListeners();
  const releases = createReleaseListeners();
  const added = createReleaseListeners();
  const runs = new PostgresRuns(database, s, onUnreadable);
  const idempotency = new PostgresIdempotency(database, s);
  const files = postgresFiles(database, s, onUnreadable);
  const remote = createRemoteCommits({
    database,
    listeners,
    onReleased: releases.notify,
    onAdded: added.notify,
    serverId,
    channel: channelOf(schema),
    lastSeqs: (runIds) => runs.lastSeqs(runIds),
    connect: transactionPooling || pool.options.max < 2 ? undefined : connectListener,
  });
  const stores = postgresVectorStores({
    database,
    s,
    idempotency,
    onUnreadable,
    onAdded() {
      remote.announceAdded();
      added.notify();
    },
    onIngest: added.add,
  });
  const threads = new PostgresThreads({ database, s, runs, idempotency, stores });
  const queue = createCommitQueue(database, s, serverId, (runId, events) => {
    remote.announce(runId, events.at(-1)?.seq ?? 0);
    listeners.notify(runId, events);
  });

  const assistantTable = new PostgresTable<AssistantObject>(database, s, 'assistants', {
    readShared: true,
    onUnreadable,
  });
  const threadTable = new PostgresTable<ThreadObject>(database, s, 'threads', { onUnreadable });
  const messageTable = new PostgresTable<MessageObject>(database, s, 'messages', {
    ofThread: true,
    ofRun: true,
    complete: withDeltas,
    onUnreadable,
  });

  async function withDeltas<R extends MessageObject | RunStepObject>(object: R, seq: number): Promise<R> {
    if (!isOpenObject(object)) return object;
    return applyDeltas(object, await runs.eventsOf(object.run_id ?? '', deltaEventOf(object), seq));
  }

  async function connectListener(): Promise<ListenConnection> {
    if (isOwnPool) {
      const client = new pg.Client(pool.options);
      await client.connect();
      return { client, end: () => client.end() };
    }
    const client = await pool.connect();
    return { client, end: async () => client.release(true) };
  }

  async function open(): Promise<void> {
    await (options.migrate === false ? checkVersion(database, schema) : migrate(database, schema));
    await clock.start();
    await database.run(`DELETE FROM ${s}.writers WHERE committed_at < ${s}.clock_ms() - $1::bigint`, [
      FORGET_WRITERS_MS,
    ]);
    await database.run(`INSERT INTO ${s}.writers (id) VALUES ($1) ON CONFLICT DO NOTHING`, [serverId]);
    await files.dropAbandoned();
    await remote.start();
  }

  return {
    async open(onDamage) {
      reportDamage = onDamage ?? reportDamage;
      if (isClosed) throw new Error(`The storage of ${database.name} is closed.`);
      opening ??= open().catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      await opening;
    },

    now: () => clock.now(),

    assistants: assistantTable,
    threads: {
      get: (scope, id) => threadTable.get(scope, id),
      list: (scope, query) => threadTable.list(scope, query),
      update: (scope, id, patch) => threadTable.update(scope, id, patch),
      delete: ({ owner }, id) => threads.delete(owner, id),
    },
    messages: messageTable,
    steps: new PostgresTable<RunStepObject>(database, s, 'steps', {
      ofThread: true,
      ofRun: true,
      complete: withDeltas,
      onUnreadable,
    }),
    runs: new PostgresTable<RunObject>(database, s, 'runs', { ofThread: true, onUnreadable }),
    files: files.files,
    vectorStores: stores.vectorStores,
    createFile: files.createFile,
    getFileContent: files.getFileContent,

    async createAssistant({ owner }, assistant, { idempotencyRecord: record, vectorStore, quotas } = {}) {
      const body = JSON.stringify(assistant);
      const checks = vectorStore ? quotaChecks(owner, quotas, ATTACHED_ADDITIONS) : [];
      await refusingTakenKeys(
        database.transact(
          async (query) => {
            await lockQuotas(query, s, checks);
            await idempotency.refuseTaken(query, owner, record);
            if (record) await idempotency.insert(query, owner, record);
            await stores.attach(query, owner, vectorStore, assistant.tool_resources, quotas);
            await query(
              `INSERT INTO ${s}.assistants (id, owner, created_at, body) VALUES ($1, $2, $3, $4)
               ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
              [assistant.id, owner, assistant.created_at, body],
            );
          },
          async (query) => {
            const rows = await query(`SELECT 1 FROM ${s}.assistants WHERE id = $1 AND body = $2`, [
              assistant.id,
              body,
            ]);
            return rows.length > 0;
          },
        ),
      );
      stores.notifyOf(vectorStore);
    },

    createThread: ({ owner }, thread, messages, also = {}) => threads.create(owner, thread, messages, also),
    addMessage: ({ owner }, message, also = {}) => threads.addMessage(owner, message, also),

    async startRun({ owner }, start) {
      const result = await threads.startRun(owner, start);
      if (result.ok) {
        remote.announce(start.run.id, start.events.length);
        listeners.notify(start.run.id, []);
      }
      return result;
    },

    async listStepPrivates({ owner, threadId, runId }, stepIds) {
      if (stepIds.length === 0) return [];
      const rows = await database.run(
        `SELECT private.step_id, private.engine, private.model, private.model_call, private.calls,
           private.executions
         FROM ${s}.step_privates AS private JOIN ${s}.steps AS step ON step.id = private.step_id
         WHERE step.id = ANY ($1) AND step.owner = $2 AND step.thread_id = coalesce($3, step.thread_id)
           AND step.run_id = coalesce($4, step.run_id)
         ORDER BY step.position, step.part`,
        [stepIds, owner, threadId ?? null, runId ?? null],
      );
      return rows.map(toStepPrivate);
    },

    getRunRecord: (scope, runId) => runs.record(scope, runId),

    async commitTransition(scope, runId, { status, seq }, commit) {
      await idempotency.refuseTaken(database.run, scope.owner, commit.idempotencyRecord);
      return refusingTakenKeys(queue.add({ runId, commit, statuses: [status], scope, seq }));
    },

    claim: (workerId, leaseMs, limit) => runs.claim(workerId, leaseMs, limit),
    claimOverdue: (workerId, leaseMs, limit) => runs.claimOverdue(workerId, leaseMs, limit),
    heartbeat: (lease, leaseMs) => runs.heartbeat(lease, leaseMs),
    async release(lease, how) {
      await runs.release(lease, how);
      remote.announceRelease();
      releases.notify();
    },
    commit: ({ run, workerId, attempt }, statuses, commit): Promise<CommitResult> =>
      queue.add({ runId: run.id, commit, statuses, lease: { workerId, attempt } }),

    listEvents: (scope, runId, after, limit) => runs.listEvents(scope, runId, after, limit),
    getIdempotencyRecord: ({ owner }, key) => idempotency.find(owner, key),
    dropIdempotencyRecords: (before) => idempotency.dropBefore(before),
    dropEvents: (endedBefore) => runs.dropEvents(endedBefore),
    dropExpiredFiles: files.dropExpiredFiles,
    ownerOfFile: files.ownerOfFile,
    onCommit: (runId, listener) => listeners.add(runId, listener),
    onRelease: releases.add,

    async close() {
      if (isClosed) return;
      isClosed = true;
      clock.stop();
      listeners.clear();
      releases.clear();
      added.clear();
      await remote.stop();
      await close();
    },
  } satisfies Storage;
}

function toStepPrivate(row: Readonly<Record<string, unknown>>): StepPrivate {
  // Only written from private data of steps.
  const parse = (text: unknown) => (typeof text === 'string' ? JSON.parse(text) : undefined);
  const [turn, calls, executions] = [parse(row['model_call']), parse(row['calls']), parse(row['executions'])];
  return {
    stepId: String(row['step_id']),
    engine: String(row['engine']),
    model: JSON.parse(String(row['model'])),
    ...(turn !== undefined && { turn }),
    ...(calls !== undefined && { calls }),
    ...(executions !== undefined && { executions }),
  };
}
