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
import { type QuotaExceededError, type Quotas, quotaChecks } from '../quota.ts';
import { createReleaseListeners } from '../release-listeners.ts';
import { createRunListeners } from '../run-listeners.ts';
import type {
  AddMessageResult,
  CommitResult,
  RunCommit,
  RunRecord,
  Scope,
  Storage,
  StoredEvent,
} from '../storage.ts';
import type { AttachedVectorStore } from '../vector-store-storage.ts';
import { explainRejections } from './explain-rejections.ts';
import { createGroupCommit } from './group-commit.ts';
import { openDatabase } from './open-database.ts';
import { sqliteFiles } from './sqlite-files.ts';
import { SqliteIdempotency } from './sqlite-idempotency.ts';
import { SqlitePrivates } from './sqlite-privates.ts';
import { acceptedOutcome, SqliteQuotas } from './sqlite-quotas.ts';
import { SqliteRuns } from './sqlite-runs.ts';
import { SqliteTable } from './sqlite-table.ts';
import { sqliteVectorStores } from './sqlite-vector-stores.ts';

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
  const listeners = createRunListeners();
  const releases = createReleaseListeners();
  let reportDamage: ((message: string) => void) | undefined;
  const onUnreadable = ({ message }: Error): void => reportDamage?.(`${message} File: ${file}.`);

  function open(): Opened {
    if (opened) return opened;
    throw new Error(
      closed ? `The database ${file} is closed.` : `The database ${file} is not open yet: call open() first.`,
    );
  }

  const database = () => open().database;
  const group = createGroupCommit(database);
  const quotaCounts = new SqliteQuotas(database);
  const assistants = new SqliteTable<AssistantObject>(database, 'assistants', {
    readShared: true,
    onUnreadable,
  });
  const threads = new SqliteTable<ThreadObject>(database, 'threads', { onUnreadable });
  const messages = new SqliteTable<MessageObject>(database, 'messages', {
    parents: ['thread_id', 'run_id'],
    complete: withDeltas,
    onUnreadable,
  });
  const steps = new SqliteTable<RunStepObject>(database, 'steps', {
    parents: ['thread_id', 'run_id'],
    complete: withDeltas,
    onUnreadable,
  });
  const runObjects = new SqliteTable<RunObject>(database, 'runs', {
    parents: ['thread_id'],
    onUnreadable,
  });

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
  ): readonly StoredEvent[] {
    const { stored, lastSeq } = runs.appendEvents(run.id, commit.events);
    for (const message of commit.messages ?? []) putMessage(owner, message, lastSeq);
    for (const step of commit.steps ?? []) {
      steps.put({ owner, threadId: run.thread_id, runId: run.id }, step, lastSeq);
    }
    for (const stepPrivate of commit.privates ?? []) privates.put(stepPrivate);
    if (commit.pendingUsage !== undefined) runs.setPendingUsage(run.id, commit.pendingUsage);
    if (commit.run) {
      runs.update(commit.run, commit.at, lastSeq);
      if (isTerminal(commit.run)) privates.endRun(run.id);
    }
    idempotency.put(owner, commit.idempotencyRecord);
    return stored;
  }

  /** Writes to a run, and passes the stored events to its readers. */
  async function writeRun<T>(
    runId: string,
    act: () => { readonly outcome: T | QuotaExceededError; readonly stored?: readonly StoredEvent[] },
  ): Promise<T> {
    const { outcome } = await group.write(act, ({ stored }) => {
      if (stored) listeners.notify(runId, stored);
    });
    return acceptedOutcome(outcome);
  }

  /**
   * Checks whether the thread accepts the messages, and attaches their files. `newThread` is a thread not stored yet; `items` is the
   * number of messages and runs that are added.
   */
  function attachMessages(
    { owner, threadId, newThread }: { owner: string; threadId: string; newThread?: ThreadObject | undefined },
    added: readonly MessageObject[],
    {
      vectorStore,
      quotas,
      items,
    }: { vectorStore: AttachedVectorStore | undefined; quotas: Quotas | undefined; items: number },
  ): AddMessageResult | QuotaExceededError {
    const thread = newThread ?? threads.find({ owner }, threadId);
    if (!thread) return { ok: false, reason: 'missing' };
    const runId = open().runs.activeRunId(threadId);
    if (runId !== undefined) return { ok: false, reason: 'active', runId };
    const after = attachFiles(thread, added, vectorStore?.store.id);
    const count = fileCountOverLimit(thread, after);
    if (count !== undefined) return { ok: false, reason: 'files', count };
    const refusal =
      quotaCounts.findFullThread(quotas, threadId, items) ??
      stores.attach(owner, vectorStore, after.tool_resources, quotas);
    if (refusal) return refusal;
    if (newThread || after !== thread) threads.put({ owner }, after);
    return { ok: true };
  }

  const withExplainedErrors = <T extends object>(part: T): T => explainRejections(part, file);
  const { files, ...fileContents } = sqliteFiles(database, group, quotaCounts, onUnreadable);
  const stores = sqliteVectorStores({
    database,
    group,
    idempotency: () => open().idempotency,
    quotaCounts,
    now,
    onUnreadable,
  });

  return withExplainedErrors({
    async open(onDamage) {
      reportDamage = onDamage ?? reportDamage;
      if (closed) throw new Error(`The database ${file} is closed.`);
      if (opened) return;
      const handle = openDatabase(file);
      opened = {
        database: handle,
        runs: new SqliteRuns(handle, onUnreadable),
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
    vectorStores: withExplainedErrors(stores.vectorStores),

    async createAssistant(scope, assistant, { idempotencyRecord, vectorStore, quotas } = {}) {
      const { owner } = scope;
      const refusal = await group.write(() => {
        open().idempotency.refuseTaken(owner, idempotencyRecord);
        const exceeded = stores.attach(owner, vectorStore, assistant.tool_resources, quotas);
        if (exceeded) return exceeded;
        assistants.put(scope, assistant);
        open().idempotency.put(owner, idempotencyRecord);
        return undefined;
      });
      acceptedOutcome(refusal);
      stores.notifyOf(vectorStore);
    },

    async createThread({ owner }, thread, first, { idempotencyRecord, vectorStore, quotas } = {}) {
      const refusal = await group.write(() => {
        open().idempotency.refuseTaken(owner, idempotencyRecord);
        const exceeded =
          quotaCounts.findExceeded(quotaChecks(owner, quotas, { threads: 1 })) ??
          quotaCounts.findFullThread(quotas, thread.id, first.length) ??
          stores.attach(owner, vectorStore, thread.tool_resources, quotas);
        if (exceeded) return exceeded;
        threads.put({ owner }, thread);
        for (const message of first) putMessage(owner, message);
        open().idempotency.put(owner, idempotencyRecord);
        return undefined;
      });
      acceptedOutcome(refusal);
      stores.notifyOf(vectorStore);
    },

    async addMessage({ owner }, message, { idempotencyRecord, vectorStore, quotas } = {}) {
      const result = await group.write(() => {
        open().idempotency.refuseTaken(owner, idempotencyRecord);
        const outcome = attachMessages({ owner, threadId: message.thread_id }, [message], {
          vectorStore,
          quotas,
          items: 1,
        });
        if (!('ok' in outcome && outcome.ok)) return outcome;
        putMessage(owner, message);
        open().idempotency.put(owner, idempotencyRecord);
        return outcome;
      });
      const accepted = acceptedOutcome(result);
      stores.notifyOf(vectorStore);
      return accepted;
    },

    async startRun(
      { owner },
      { thread, run, principal, messages: added, events, idempotencyRecord, quotas, vectorStore },
    ) {
      const result = await writeRun<AddMessageResult>(run.id, () => {
        open().idempotency.refuseTaken(owner, idempotencyRecord);
        const exceeded = quotaCounts.findExceeded(
          quotaChecks(owner, quotas, { activeRuns: 1, ...(thread && { threads: 1 }) }),
        );
        if (exceeded) return { outcome: exceeded };
        const allowed = attachMessages({ owner, threadId: run.thread_id, newThread: thread }, added, {
          vectorStore,
          quotas,
          items: added.length + 1,
        });
        if (!('ok' in allowed && allowed.ok)) return { outcome: allowed };
        open().runs.insert(owner, run, principal);
        const commit: RunCommit = { at: run.created_at, messages: added, events };
        const stored = write(
          open(),
          { owner, run },
          idempotencyRecord ? { ...commit, idempotencyRecord } : commit,
        );
        return { outcome: allowed, stored };
      });
      stores.notifyOf(vectorStore);
      return result;
    },

    async listStepPrivates(scope, stepIds) {
      return open().privates.find(scope, stepIds);
    },

    async getRunRecord(scope, runId) {
      return open().runs.record(scope, runId);
    },

    async commitTransition(scope: Scope, runId, expected, commit) {
      return writeRun<CommitResult>(runId, () => {
        open().idempotency.refuseTaken(scope.owner, commit.idempotencyRecord);
        const record = open().runs.record(scope, runId);
        if (!record || record.run.status !== expected.status) return { outcome: 'conflict' };
        if (expected.seq !== undefined && record.seq !== expected.seq) return { outcome: 'conflict' };
        return { outcome: 'committed', stored: write(open(), record, commit) };
      });
    },

    async claim(workerId, leaseMs, limit) {
      return group.write(() => open().runs.claim(workerId, now(), now() + leaseMs, limit));
    },

    async claimOverdue(workerId, leaseMs, limit) {
      return group.write(() => open().runs.claimOverdue(workerId, now(), now() + leaseMs, limit));
    },

    async heartbeat(lease, leaseMs) {
      return group.write(() => {
        const status = open().runs.leasedStatus(lease);
        if (status) open().runs.renewLease(lease, now() + leaseMs);
        return status;
      });
    },

    async release(lease, { crashed = false } = {}) {
      await group.write(() => (crashed ? open().runs.renewLease(lease, 0) : open().runs.release(lease)));
      releases.notify();
    },

    async commit(lease, from, commit) {
      return writeRun<CommitResult>(lease.run.id, () => {
        const status = open().runs.leasedStatus(lease);
        if (!status) return { outcome: 'fenced' };
        if (!from.includes(status)) return { outcome: 'conflict' };
        return { outcome: 'committed', stored: write(open(), lease, commit) };
      });
    },

    async listEvents(scope, runId, after, limit) {
      return open().runs.listEvents(scope, runId, after, limit);
    },

    async getIdempotencyRecord({ owner }, key) {
      return open().idempotency.find(owner, key);
    },

    async dropIdempotencyRecords(before) {
      await group.write(() => open().idempotency.dropBefore(before));
    },

    async dropEvents(endedBefore) {
      await group.write(() => open().runs.dropEvents(endedBefore));
    },

    onCommit: listeners.add,
    onRelease: releases.add,

    async close() {
      if (closed) return;
      if (opened) group.flush();
      closed = true;
      listeners.clear();
      releases.clear();
      stores.close();
      opened?.database.close();
      opened = undefined;
    },
  } satisfies Storage);
}
