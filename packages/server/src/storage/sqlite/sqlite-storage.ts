import type { DatabaseSync } from 'node:sqlite';
import {
  type AssistantObject,
  isTerminal,
  type MessageObject,
  type RunObject,
  type RunStepObject,
  type ThreadObject,
} from '@threadkit/core/api';
import { applyDeltas, deltaEventOf, isOpenObject } from '../apply-deltas.ts';
import { attachFiles, fileCountOverLimit } from '../attach-files.ts';
import type {
  AddMessageResult,
  CommitResult,
  RunCommit,
  RunRecord,
  Scope,
  StartRunResult,
  Storage,
} from '../storage.ts';
import { explainRejections } from './explain-rejections.ts';
import { openDatabase } from './open-database.ts';
import { sqliteFiles } from './sqlite-files.ts';
import { SqliteIdempotency } from './sqlite-idempotency.ts';
import { SqlitePrivates } from './sqlite-privates.ts';
import { SqliteRuns } from './sqlite-runs.ts';
import { SqliteTable } from './sqlite-table.ts';
import { transact } from './transact.ts';

interface Opened {
  readonly database: DatabaseSync;
  readonly runs: SqliteRuns;
  readonly idempotency: SqliteIdempotency;
  readonly privates: SqlitePrivates;
}

/** Options of {@link sqliteStorage}. */
export interface SqliteStorageOptions {
  /** Returns Unix milliseconds. The clock of the server, for its leases and all times of objects. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
}

/**
 * Storage in one SQLite file through `node:sqlite` (Node 22.13 or later), or in memory with `':memory:'`. Only one process
 * can open the file at a time; `open()` of a second one rejects. After a crash, no committed data is lost and the next
 * process continues the runs.
 */
export function sqliteStorage(file: string, { now = Date.now }: SqliteStorageOptions = {}): Storage {
  let opened: Opened | undefined;
  let closed = false;
  const listeners = new Set<(runId: string) => void>();

  function open(): Opened {
    if (opened) return opened;
    throw new Error(
      closed ? `The database ${file} is closed.` : `The database ${file} is not open yet: call open() first.`,
    );
  }

  const database = () => open().database;
  const assistants = new SqliteTable<AssistantObject>(database, 'assistants', { readShared: true });
  const threads = new SqliteTable<ThreadObject>(database, 'threads');
  const messages = new SqliteTable<MessageObject>(database, 'messages', {
    parents: ['thread_id', 'run_id'],
    complete: withDeltas,
  });
  const steps = new SqliteTable<RunStepObject>(database, 'steps', {
    parents: ['thread_id', 'run_id'],
    complete: withDeltas,
  });
  const runObjects = new SqliteTable<RunObject>(database, 'runs', { parents: ['thread_id'] });

  function withDeltas<R extends MessageObject | RunStepObject>(object: R, seq: number): R {
    if (!isOpenObject(object)) return object;
    return applyDeltas(object, open().runs.eventsOf(object.run_id ?? '', deltaEventOf(object), seq));
  }

  function putMessage(owner: string, message: MessageObject, seq?: number): void {
    const { thread_id: threadId, run_id: runId } = message;
    messages.put({ owner, threadId, ...(runId !== null && { runId }) }, message, seq);
  }

  function write(
    { runs, idempotency, privates }: Opened,
    { owner, run }: Pick<RunRecord, 'owner' | 'run'>,
    commit: RunCommit,
  ): void {
    const seq = runs.appendEvents(run.id, commit.events);
    for (const message of commit.messages ?? []) putMessage(owner, message, seq);
    for (const step of commit.steps ?? []) {
      steps.put({ owner, threadId: run.thread_id, runId: run.id }, step, seq);
    }
    for (const stepPrivate of commit.privates ?? []) privates.put(stepPrivate);
    if (commit.pendingUsage !== undefined) runs.setPendingUsage(run.id, commit.pendingUsage);
    if (commit.run) {
      runs.update(commit.run, commit.at);
      if (isTerminal(commit.run)) privates.endRun(run.id);
    }
    idempotency.put(owner, commit.idempotencyRecord);
  }

  /** Notifies listeners. Must be called after the transaction has committed. */
  function notify(runId: string): void {
    for (const listener of listeners) listener(runId);
  }

  /** Checks whether the thread accepts the messages, and attaches their files. `newThread` is a thread not stored yet. */
  function attachMessages(
    { owner, threadId, newThread }: { owner: string; threadId: string; newThread?: ThreadObject | undefined },
    added: readonly MessageObject[],
    vectorStoreId: string | undefined,
  ): AddMessageResult {
    const thread = newThread ?? threads.find({ owner }, threadId);
    if (!thread) return { ok: false, reason: 'missing' };
    const runId = open().runs.activeRunId(threadId);
    if (runId !== undefined) return { ok: false, reason: 'active', runId };
    const after = attachFiles(thread, added, vectorStoreId);
    const count = fileCountOverLimit(thread, after);
    if (count !== undefined) return { ok: false, reason: 'files', count };
    if (newThread || after !== thread) threads.put({ owner }, after);
    return { ok: true };
  }

  const withExplainedErrors = <T extends object>(part: T): T => explainRejections(part, file);
  const { files, ...fileContents } = sqliteFiles(database);

  return withExplainedErrors({
    async open() {
      if (closed) throw new Error(`The database ${file} is closed.`);
      if (opened) return;
      const handle = openDatabase(file);
      opened = {
        database: handle,
        runs: new SqliteRuns(handle),
        idempotency: new SqliteIdempotency(handle),
        privates: new SqlitePrivates(handle),
      };
    },

    now,

    assistants: withExplainedErrors(assistants),
    threads: withExplainedErrors(threads),
    messages: withExplainedErrors(messages),
    steps: withExplainedErrors(steps),
    runs: withExplainedErrors(runObjects),
    files: withExplainedErrors(files),
    ...fileContents,

    async createAssistant(scope, assistant, idempotencyRecord) {
      transact(database(), () => {
        open().idempotency.refuseTaken(scope.owner, idempotencyRecord);
        assistants.put(scope, assistant);
        open().idempotency.put(scope.owner, idempotencyRecord);
      });
    },

    async createThread({ owner }, thread, first, idempotencyRecord) {
      transact(database(), () => {
        open().idempotency.refuseTaken(owner, idempotencyRecord);
        threads.put({ owner }, thread);
        for (const message of first) putMessage(owner, message);
        open().idempotency.put(owner, idempotencyRecord);
      });
    },

    async addMessage({ owner }, message, { idempotencyRecord, vectorStoreId } = {}) {
      return transact(database(), () => {
        open().idempotency.refuseTaken(owner, idempotencyRecord);
        const outcome = attachMessages({ owner, threadId: message.thread_id }, [message], vectorStoreId);
        if (!outcome.ok) return outcome;
        putMessage(owner, message);
        open().idempotency.put(owner, idempotencyRecord);
        return outcome;
      });
    },

    async startRun(
      { owner },
      { thread, run, messages: added, events, idempotencyRecord, maxActive, vectorStoreId },
    ) {
      const outcome = transact(database(), (): StartRunResult => {
        open().idempotency.refuseTaken(owner, idempotencyRecord);
        if (maxActive !== undefined && open().runs.countActive(owner) >= maxActive) {
          return { ok: false, reason: 'limit' };
        }
        const allowed = attachMessages(
          { owner, threadId: run.thread_id, newThread: thread },
          added,
          vectorStoreId,
        );
        if (!allowed.ok) return allowed;
        open().runs.insert(owner, run);
        const commit: RunCommit = { at: run.created_at, messages: added, events };
        write(open(), { owner, run }, idempotencyRecord ? { ...commit, idempotencyRecord } : commit);
        return allowed;
      });
      if (outcome.ok) notify(run.id);
      return outcome;
    },

    async listStepPrivates(scope, stepIds) {
      return open().privates.find(scope, stepIds);
    },

    async getRunRecord(scope, runId) {
      return open().runs.record(scope, runId);
    },

    async commitTransition(scope: Scope, runId, expected, commit): Promise<CommitResult> {
      const outcome = transact(database(), (): CommitResult => {
        open().idempotency.refuseTaken(scope.owner, commit.idempotencyRecord);
        const record = open().runs.record(scope, runId);
        if (!record || record.run.status !== expected.status) return 'conflict';
        if (expected.seq !== undefined && record.seq !== expected.seq) return 'conflict';
        write(open(), record, commit);
        return 'committed';
      });
      if (outcome === 'committed') notify(runId);
      return outcome;
    },

    async claim(workerId, leaseMs) {
      return open().runs.claim(workerId, now(), now() + leaseMs);
    },

    async claimOverdue(workerId, leaseMs, limit) {
      return open().runs.claimOverdue(workerId, now(), now() + leaseMs, limit);
    },

    async heartbeat(lease, leaseMs) {
      return transact(database(), () => {
        const status = open().runs.leasedStatus(lease);
        if (status) open().runs.renewLease(lease, now() + leaseMs);
        return status;
      });
    },

    async release(lease) {
      open().runs.release(lease);
    },

    async commit(lease, from, commit): Promise<CommitResult> {
      const outcome = transact(database(), (): CommitResult => {
        const status = open().runs.leasedStatus(lease);
        if (!status) return 'fenced';
        if (!from.includes(status)) return 'conflict';
        write(open(), lease, commit);
        return 'committed';
      });
      if (outcome === 'committed') notify(lease.run.id);
      return outcome;
    },

    async listEvents(scope, runId, after, limit) {
      return open().runs.listEvents(scope, runId, after, limit);
    },

    async getIdempotencyRecord({ owner }, key) {
      return open().idempotency.find(owner, key);
    },

    async dropIdempotencyRecords(before) {
      transact(database(), () => open().idempotency.dropBefore(before));
    },

    async dropEvents(endedBefore) {
      transact(database(), () => open().runs.dropEvents(endedBefore));
    },

    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async close() {
      if (closed) return;
      closed = true;
      listeners.clear();
      opened?.database.close();
      opened = undefined;
    },
  } satisfies Storage);
}
