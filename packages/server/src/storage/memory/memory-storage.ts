import {
  type AssistantObject,
  type FileObject,
  isActive,
  isTerminal,
  type MessageObject,
  type RunObject,
  type RunStatus,
  type RunStepObject,
  type ThreadObject,
} from '@threadkit/core/api';
import { applyDeltas, isOpenObject } from '../apply-deltas.ts';
import { attachFiles, fileCountOverLimit } from '../attach-files.ts';
import { attachedWrites } from '../attached-vector-store.ts';
import { needsWorker } from '../needs-worker.ts';
import { type QuotaCheck, quotaChecks, refuseThreadItems } from '../quota.ts';
import { createReleaseListeners } from '../release-listeners.ts';
import { createRunListeners } from '../run-listeners.ts';
import type {
  AddMessageResult,
  CommitResult,
  Lease,
  RunCommit,
  Scope,
  StartRunInput,
  Storage,
} from '../storage.ts';
import { memoryFiles } from './memory-files.ts';
import { MemoryIdempotency } from './memory-idempotency.ts';
import { MemoryPrivates } from './memory-privates.ts';
import { type Counted, refuseExceeded } from './memory-quotas.ts';
import { MemoryTable } from './memory-table.ts';
import { memoryVectorStores } from './memory-vector-stores.ts';
import {
  appendEvents,
  eventsAfter,
  newStoredRun,
  releaseLease,
  type StoredRun,
  takeLease,
  toRecord,
} from './stored-run.ts';

/** Options of {@link memoryStorage}. */
export interface MemoryStorageOptions {
  /** Returns Unix milliseconds. The clock of the server, for its leases and all times of objects. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
}

/**
 * In-memory storage for tests, stories and trials. Runs on any runtime. Data is lost with the page or process. Objects are
 * stored by reference: callers must not change them afterwards.
 */
export function memoryStorage({ now = Date.now }: MemoryStorageOptions = {}): Storage {
  const assistants = new MemoryTable<AssistantObject>({ readShared: true });
  const threads = new MemoryTable<ThreadObject>();
  const messages = new MemoryTable<MessageObject>({ complete: withDeltas });
  const steps = new MemoryTable<RunStepObject>({ complete: withDeltas });
  const runs = new MemoryTable<RunObject>();
  const files = new MemoryTable<FileObject>();
  const idempotency = new MemoryIdempotency();
  const privates = new MemoryPrivates();
  const runStates = new Map<string, StoredRun>();
  const activeRuns = new Map<string, string>();
  const listeners = createRunListeners();
  const releases = createReleaseListeners();

  function withDeltas<R extends MessageObject | RunStepObject>(object: R, seq: number): R {
    const state = isOpenObject(object) ? runStates.get(object.run_id ?? '') : undefined;
    return state ? applyDeltas(object, eventsAfter(state, seq)) : object;
  }

  function findRun(scope: Scope, runId: string): { run: RunObject; state: StoredRun } | undefined {
    const run = runs.find(scope, runId);
    const state = runStates.get(runId);
    return run && state ? { run, state } : undefined;
  }

  const refuse = (checks: readonly QuotaCheck[]): void => refuseExceeded(checks, counted);
  const stores = memoryVectorStores(now, { idempotency, refuse });
  const fileMethods = memoryFiles(files, {
    refuse,
    onDelete: stores.removeFile,
  });

  const counted: Counted = {
    threads,
    files,
    vectorStores: stores.table,
    activeRunOwners: () => [...activeRuns.values()].flatMap((id) => runStates.get(id)?.scope.owner ?? []),
  };

  function countItems(scope: Scope & { readonly threadId: string }): number {
    return messages.count(scope) + runs.count(scope);
  }

  function putMessage(scope: Scope, message: MessageObject, seq?: number): void {
    const { owner, threadId } = scope;
    messages.put(
      {
        owner,
        ...(threadId !== undefined && { threadId }),
        ...(message.run_id !== null && { runId: message.run_id }),
      },
      message,
      seq,
    );
  }

  function write(state: StoredRun, runId: string, commit: RunCommit): void {
    const { scope } = state;
    idempotency.put(scope.owner, commit.idempotencyRecord);
    const events = appendEvents(state, commit.events);
    for (const message of commit.messages ?? []) putMessage(scope, message, state.seq);
    for (const step of commit.steps ?? []) steps.put({ ...scope, runId }, step, state.seq);
    for (const stepPrivate of commit.privates ?? []) privates.put({ ...scope, runId }, stepPrivate);
    if (commit.pendingUsage !== undefined) state.pendingUsage = commit.pendingUsage;
    if (commit.run) {
      runs.put(scope, commit.run);
      if (!needsWorker(commit.run.status)) {
        releaseLease(state);
        state.recoveries = 0;
      }
      if (isTerminal(commit.run)) {
        state.endedAt ??= commit.at;
        privates.endRun(runId);
        // An ended run can still be modified while another run is active.
        if (activeRuns.get(commit.run.thread_id) === runId) activeRuns.delete(commit.run.thread_id);
      }
    }
    listeners.notify(runId, events);
  }

  function findLeased(lease: Lease): { run: RunObject; state: StoredRun } | undefined {
    const found = findRun({ owner: lease.owner }, lease.run.id);
    if (!found || found.state.workerId !== lease.workerId || found.state.attempt !== lease.attempt)
      return undefined;
    return found;
  }

  return {
    async open() {},
    now,
    assistants,
    messages,
    steps,
    runs,
    threads: {
      get: (scope, id) => threads.get(scope, id),
      list: (scope, query) => threads.list(scope, query),
      update: (scope, id, patch) => threads.update(scope, id, patch),
      async delete(scope, id) {
        if (!threads.remove(scope, id)) return false;
        for (const run of runs.all({ owner: scope.owner, threadId: id })) runStates.delete(run.id);
        for (const table of [messages, steps, runs]) table.removeThread(id);
        activeRuns.delete(id);
        idempotency.dropThread(id);
        privates.dropThread(id);
        return true;
      },
    },

    ...fileMethods,
    vectorStores: stores.vectorStores,

    async createAssistant(scope, assistant, { idempotencyRecord, vectorStore, quotas } = {}) {
      idempotency.refuseTaken(scope.owner, idempotencyRecord);
      const attached = attachedWrites(vectorStore, assistant.tool_resources);
      refuse(quotaChecks(scope.owner, quotas, attached?.additions ?? {}));
      assistants.put(scope, assistant);
      stores.attach(scope.owner, vectorStore, attached);
      idempotency.put(scope.owner, idempotencyRecord);
    },

    async createThread(scope, thread, first, { idempotencyRecord, vectorStore, quotas } = {}) {
      idempotency.refuseTaken(scope.owner, idempotencyRecord);
      const attached = attachedWrites(vectorStore, thread.tool_resources);
      refuse(quotaChecks(scope.owner, quotas, { threads: 1, ...attached?.additions }));
      refuseThreadItems(quotas, 0, first.length);
      idempotency.put(scope.owner, idempotencyRecord);
      threads.put({ owner: scope.owner }, thread);
      stores.attach(scope.owner, vectorStore, attached);
      for (const message of first) putMessage({ owner: scope.owner, threadId: thread.id }, message);
    },

    async addMessage(
      scope,
      message,
      { idempotencyRecord, vectorStore, quotas } = {},
    ): Promise<AddMessageResult> {
      idempotency.refuseTaken(scope.owner, idempotencyRecord);
      const thread = threads.find({ owner: scope.owner }, message.thread_id);
      if (!thread) return { ok: false, reason: 'missing' };
      const runId = activeRuns.get(message.thread_id);
      if (runId !== undefined) return { ok: false, reason: 'active', runId };
      const after = attachFiles(thread, [message], vectorStore?.store.id);
      const count = fileCountOverLimit(thread, after);
      if (count !== undefined) return { ok: false, reason: 'files', count };
      refuseThreadItems(quotas, countItems({ owner: scope.owner, threadId: message.thread_id }), 1);
      const attached = attachedWrites(vectorStore, after.tool_resources);
      refuse(quotaChecks(scope.owner, quotas, attached?.additions ?? {}));
      threads.put({ owner: scope.owner }, after);
      stores.attach(scope.owner, vectorStore, attached);
      putMessage({ owner: scope.owner, threadId: message.thread_id }, message);
      idempotency.put(scope.owner, idempotencyRecord);
      return { ok: true };
    },

    async startRun(scope, start: StartRunInput): Promise<AddMessageResult> {
      const { run, principal, thread, idempotencyRecord, quotas, vectorStore } = start;
      const { owner } = scope;
      idempotency.refuseTaken(owner, idempotencyRecord);
      refuse(quotaChecks(owner, quotas, { activeRuns: 1, ...(thread && { threads: 1 }) }));
      const before = thread ?? threads.find({ owner }, run.thread_id);
      if (!before) return { ok: false, reason: 'missing' };
      const runId = activeRuns.get(run.thread_id);
      if (runId !== undefined) return { ok: false, reason: 'active', runId };
      const after = attachFiles(before, start.messages, vectorStore?.store.id);
      const count = fileCountOverLimit(before, after);
      if (count !== undefined) return { ok: false, reason: 'files', count };
      refuseThreadItems(quotas, countItems({ owner, threadId: run.thread_id }), start.messages.length + 1);
      const attached = attachedWrites(vectorStore, after.tool_resources);
      refuse(quotaChecks(owner, quotas, attached?.additions ?? {}));
      activeRuns.set(run.thread_id, run.id);
      threads.put({ owner }, after);
      stores.attach(owner, vectorStore, attached);
      const state = newStoredRun({ owner, threadId: run.thread_id }, principal);
      runStates.set(run.id, state);
      const { messages: added, events } = start;
      write(state, run.id, {
        at: run.created_at,
        run,
        messages: added,
        events,
        ...(idempotencyRecord && { idempotencyRecord }),
      });
      return { ok: true };
    },

    async listStepPrivates(scope, stepIds) {
      return privates.find(scope, stepIds);
    },

    async getRunRecord(scope, runId) {
      const found = findRun(scope, runId);
      return found && toRecord(found.run, found.state);
    },

    async commitTransition(scope, runId, expected, commit): Promise<CommitResult> {
      idempotency.refuseTaken(scope.owner, commit.idempotencyRecord);
      const found = findRun(scope, runId);
      if (!found || found.run.status !== expected.status) return 'conflict';
      if (expected.seq !== undefined && found.state.seq !== expected.seq) return 'conflict';
      write(found.state, runId, commit);
      return 'committed';
    },

    async claim(workerId, leaseMs, limit) {
      const leases: Lease[] = [];
      for (const runId of activeRuns.values()) {
        if (leases.length === limit) break;
        const state = runStates.get(runId);
        const run = state && runs.find(state.scope, runId);
        if (!run || !needsWorker(run.status) || state.leaseUntil > now()) continue;
        // A lease that was released has no worker.
        if (run.status === 'in_progress' && state.workerId !== undefined) state.recoveries += 1;
        leases.push(takeLease(run, state, workerId, now() + leaseMs));
      }
      return leases;
    },

    async claimOverdue(workerId, leaseMs, limit) {
      const leases: Lease[] = [];
      for (const runId of activeRuns.values()) {
        if (leases.length === limit) break;
        const state = runStates.get(runId);
        const run = state && runs.find(state.scope, runId);
        if (!run || run.expires_at === null || run.expires_at * 1000 > now()) continue;
        leases.push(takeLease(run, state, workerId, now() + leaseMs));
      }
      return leases;
    },

    async heartbeat(lease, leaseMs): Promise<RunStatus | undefined> {
      const found = findLeased(lease);
      if (!found) return undefined;
      found.state.leaseUntil = now() + leaseMs;
      return found.run.status;
    },

    async release(lease, { crashed = false } = {}) {
      const found = findLeased(lease);
      if (!found) return;
      if (crashed) found.state.leaseUntil = 0;
      else releaseLease(found.state);
      releases.notify();
    },

    async commit(lease, from, commit): Promise<CommitResult> {
      const found = findLeased(lease);
      if (!found) return 'fenced';
      if (!from.includes(found.run.status)) return 'conflict';
      write(found.state, lease.run.id, commit);
      return 'committed';
    },

    async listEvents(scope, runId, after, limit) {
      const found = findRun(scope, runId);
      if (!found) return [];
      return eventsAfter(found.state, after, limit);
    },

    async getIdempotencyRecord(scope, key) {
      return idempotency.find(scope.owner, key);
    },

    async dropIdempotencyRecords(before) {
      idempotency.dropBefore(before);
    },

    async dropEvents(endedBefore) {
      for (const [runId, state] of runStates) {
        const run = runs.find(state.scope, runId);
        if (!run || isActive(run) || state.endedAt === undefined || state.endedAt >= endedBefore) continue;
        state.events = [];
        state.droppedSeq = state.seq;
      }
    },

    onCommit: listeners.add,
    onRelease: releases.add,

    async close() {
      listeners.clear();
      releases.clear();
      stores.close();
    },
  };
}
