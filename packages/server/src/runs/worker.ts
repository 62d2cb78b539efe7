import { ACTIVE_STATUSES } from '@threadkit/core/api';
import { settleWithin } from '../shared/timers.ts';
import type { Lease } from '../storage/storage.ts';
import { executeRun } from './execute-run.ts';
import { listAllSteps } from './history/list-steps.ts';
import { reportExpiry } from './observe-run.ts';
import { closeOpenWork, readOpenWork } from './open-work.ts';
import { type RunContext, unixSeconds } from './run-context.ts';
import { RunStoppedError } from './run-stopped-error.ts';
import { transitionRun } from './run-transitions.ts';
import { usageOfSteps } from './usage.ts';

/** How often, per lease duration, a worker renews its leases and looks for expired ones. */
const HEARTBEATS_PER_LEASE = 3;
const SWEEPS_PER_LEASE = 6;
/** How often a worker looks for contents without a file. */
const TIDY_MS = 24 * 3600 * 1000;
/** How long idempotency records are kept. */
const KEEP_IDEMPOTENCY_RECORDS_S = 24 * 3600;
/** Runs mostly wait for their model; further runs stay queued. */
const MAX_PARALLEL_RUNS = 1000;
const CLAIM_BATCH = 20;
const OVERDUE_BATCH = 100;

/** Claims and executes runs, renews their leases and expires overdue ones. */
export interface Worker {
  /** Starts claiming runs, if there are any. Returns immediately. */
  wake(): void;
  /** Aborts the model call of a cancelled run, if it is executed here, rather than at its next write. */
  noticeCancel(runId: string): void;
  /** Whether nothing looked for runs to claim or to expire for the time of a lease. */
  isStalled(): boolean;
  /** Expires overdue runs, drops old events and idempotency records. Also called by a timer. */
  sweep(): Promise<void>;
  /** Claims no more runs, and waits for the ones that are executed, at most this long. */
  drain(ms: number): Promise<void>;
  /** Releases all runs; unfinished ones are left for the next worker. */
  close(): Promise<void>;
}

interface Execution {
  readonly lease: Lease;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

export interface WorkerOptions {
  /** How long events can be replayed after their run ended. */
  readonly eventRetentionMs: number;
  /** How long a lease lasts without renewal. */
  readonly leaseMs: number;
  /** Called with each sweep, for other work of that kind. */
  readonly onSweep?: (() => Promise<void>) | undefined;
}

export function createWorker(
  context: RunContext,
  { eventRetentionMs, leaseMs, onSweep }: WorkerOptions,
): Worker {
  const { storage, files, setTimer, onError } = context;
  const workerId = context.newId('worker');
  const executions = new Map<string, Execution>();
  const closing = new AbortController();
  /** No more runs are claimed. */
  const draining = new AbortController();
  let claiming: Promise<void> | undefined;
  let wakeRequested = false;
  let cancelSweep = () => {};
  let sweptAt = context.now();
  let tidiedAt = Number.NEGATIVE_INFINITY;
  let cancelHeartbeat: (() => void) | undefined;

  async function claimAll(): Promise<void> {
    do {
      wakeRequested = false;
      while (!draining.signal.aborted && executions.size < MAX_PARALLEL_RUNS) {
        const limit = Math.min(CLAIM_BATCH, MAX_PARALLEL_RUNS - executions.size);
        const leases = await storage.claim(workerId, leaseMs, limit);
        for (const lease of leases) start(lease);
        // Fewer than `limit` may be left out as unreadable, so only an empty batch is the end.
        if (leases.length === 0) break;
      }
    } while (wakeRequested && !draining.signal.aborted);
  }

  function wake(): void {
    if (draining.signal.aborted) return;
    wakeRequested = true;
    claiming ??= claimAll()
      .catch((error: unknown) => onError(error, 'claiming runs'))
      .finally(() => {
        claiming = undefined;
        // `wake` was called after the last claim and before this line.
        if (wakeRequested) wake();
      });
  }

  function start(lease: Lease): void {
    const runId = lease.run.id;
    const stop = new AbortController();
    if (closing.signal.aborted) stop.abort(new RunStoppedError('closing'));
    const done = executeRun(context, lease, stop.signal)
      .catch((error: unknown) => onError(error, `run ${runId}`))
      .then(() => {
        const wasFull = executions.size >= MAX_PARALLEL_RUNS;
        // The same run may have been claimed again in the meantime.
        if (executions.get(runId)?.lease === lease) executions.delete(runId);
        if (wasFull) wake();
      });
    executions.set(runId, { lease, stop, done });
    scheduleHeartbeat();
  }

  function scheduleHeartbeat(): void {
    if (closing.signal.aborted || executions.size === 0) return;
    cancelHeartbeat ??= setTimer(
      () => {
        cancelHeartbeat = undefined;
        void Promise.all(Array.from(executions.values(), renewLease))
          .catch((error: unknown) => onError(error, 'keeping leases'))
          .finally(scheduleHeartbeat);
      },
      leaseMs / HEARTBEATS_PER_LEASE,
      { background: true },
    );
  }

  async function renewLease({ lease, stop }: Execution): Promise<void> {
    const status = await storage.heartbeat(lease, leaseMs);
    if (status === undefined) stop.abort(new RunStoppedError('fenced'));
    else if (status === 'cancelling') stop.abort(new RunStoppedError('cancelling'));
  }

  function scheduleSweep(): void {
    if (closing.signal.aborted) return;
    cancelSweep = setTimer(
      () => {
        void sweep()
          .catch((error: unknown) => onError(error, 'sweeping runs'))
          .finally(scheduleSweep);
      },
      leaseMs / SWEEPS_PER_LEASE,
      { background: true },
    );
  }

  async function sweep(): Promise<void> {
    const overdue = await storage.claimOverdue(workerId, leaseMs, OVERDUE_BATCH);
    for (const lease of overdue) {
      executions.get(lease.run.id)?.stop.abort(new RunStoppedError('fenced'));
      // One run that cannot be expired must not keep the others from it.
      await expire(lease).catch((error: unknown) => onError(error, `expiring run ${lease.run.id}`));
    }
    const at = unixSeconds(context.now);
    await storage.dropEvents(at - Math.ceil(eventRetentionMs / 1000));
    await storage.dropIdempotencyRecords(at - KEEP_IDEMPOTENCY_RECORDS_S);
    await files.dropExpired(at);
    if (context.now() - tidiedAt >= TIDY_MS) {
      tidiedAt = context.now();
      await files.dropAbandoned(tidiedAt);
    }
    await onSweep?.();
    sweptAt = context.now();
    // Runs with an expired lease.
    wake();
  }

  async function expire(lease: Lease): Promise<void> {
    const scope = { owner: lease.owner, threadId: lease.run.thread_id, runId: lease.run.id };
    const at = unixSeconds(context.now);
    const [open, steps] = await Promise.all([readOpenWork(storage, scope), listAllSteps(storage, scope)]);
    const closedWork = closeOpenWork(open, 'run_expired', { to: 'expired' }, at, lease.pendingUsage);
    const run = transitionRun(
      lease.run,
      { to: 'expired', usage: usageOfSteps(steps, lease.pendingUsage) },
      at,
    );
    const result = await storage.commit(lease, ACTIVE_STATUSES, {
      at,
      run,
      messages: closedWork.messages,
      steps: closedWork.steps,
      events: [...closedWork.events, { event: 'thread.run.expired', data: run }],
    });
    if (result === 'committed') reportExpiry(context, lease, run);
  }

  scheduleSweep();
  const stopListening = storage.onRelease(wake);
  return {
    wake,
    noticeCancel(runId) {
      executions.get(runId)?.stop.abort(new RunStoppedError('cancelling'));
      wake();
    },
    isStalled: () => context.now() - sweptAt > leaseMs,
    sweep,
    async drain(ms) {
      draining.abort();
      const allDone = Promise.resolve(claiming).then(() =>
        Promise.all(Array.from(executions.values(), ({ done }) => done)),
      );
      await settleWithin(allDone, ms, () => {}, setTimer);
    },
    async close() {
      draining.abort();
      closing.abort();
      cancelSweep();
      cancelHeartbeat?.();
      stopListening();
      await claiming;
      const running = [...executions.values()];
      for (const { stop } of running) stop.abort(new RunStoppedError('closing'));
      await Promise.all(running.map(({ done }) => done));
    },
  };
}
