import { ACTIVE_STATUSES } from '../storage/run-status.ts';
import type { Lease } from '../storage/storage.ts';
import { closeOpenWork } from './close-open-work.ts';
import { executeRun } from './execute-run.ts';
import { listAllSteps } from './list-all-steps.ts';
import { readOpenWork } from './open-work.ts';
import { type RunContext, unixSeconds } from './run-context.ts';
import { RunStopped } from './run-stopped.ts';
import { transitionRun } from './run-transitions.ts';
import { usageOfSteps } from './usage.ts';

/** A worker renews each lease this often while it lasts, and looks this often for leases that ran out. */
const HEARTBEATS_PER_LEASE = 3;
const SWEEPS_PER_LEASE = 6;
/** How long a request may be repeated under its key. */
const ANSWERS_KEPT_S = 24 * 3600;
/** A run mostly waits for its model; what is beyond waits in the queue. */
const MAX_PARALLEL_RUNS = 1000;
const OVERDUE_BATCH = 100;

/** Owns the runs: claims them, lives them through, keeps their leases, ends the overdue ones. */
export interface Worker {
  /** There may be work. Returns at once. */
  wake(): void;
  /** A run was asked to cancel: if it is in work here its turn stops now rather than at the next write. */
  noticeCancel(runId: string): void;
  /** Ends runs past their deadline, drops old events. Happens by itself every few seconds. */
  sweep(): Promise<void>;
  /** Lets go of everything; half-done runs are left for the next worker. */
  close(): Promise<void>;
}

interface Execution {
  readonly lease: Lease;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

export interface WorkerOptions {
  /** How long events can be replayed after their run ended. */
  readonly keepEventsMs: number;
  /** How long a silent worker keeps a run. */
  readonly leaseMs: number;
}

export function createWorker(context: RunContext, { keepEventsMs, leaseMs }: WorkerOptions): Worker {
  const { storage, setTimer, onError } = context;
  const workerId = context.newId('worker');
  const executions = new Map<string, Execution>();
  const closing = new AbortController();
  let claiming: Promise<void> | undefined;
  let wokenAgain = false;
  let cancelSweep = () => {};
  let cancelHeartbeat: (() => void) | undefined;

  async function claimAll(): Promise<void> {
    do {
      wokenAgain = false;
      while (!closing.signal.aborted && executions.size < MAX_PARALLEL_RUNS) {
        const lease = await storage.claim(workerId, context.now(), leaseMs);
        if (!lease) break;
        start(lease);
      }
    } while (wokenAgain && !closing.signal.aborted);
  }

  function wake(): void {
    if (closing.signal.aborted) return;
    wokenAgain = true;
    claiming ??= claimAll()
      .catch((error: unknown) => onError(error, 'claiming runs'))
      .finally(() => {
        claiming = undefined;
        // Woken after the last look and before this line.
        if (wokenAgain) wake();
      });
  }

  function start(lease: Lease): void {
    const runId = lease.run.id;
    const stop = new AbortController();
    if (closing.signal.aborted) stop.abort(new RunStopped('closing'));
    const done = executeRun(context, lease, stop.signal)
      .catch((error: unknown) => onError(error, `run ${runId}`))
      .finally(() => {
        // A run that was taken back may already be in work again.
        if (executions.get(runId)?.lease === lease) executions.delete(runId);
        wake();
      });
    executions.set(runId, { lease, stop, done });
    beatLater();
  }

  function beatLater(): void {
    if (closing.signal.aborted || executions.size === 0) return;
    cancelHeartbeat ??= setTimer(
      () => {
        cancelHeartbeat = undefined;
        void Promise.all(Array.from(executions.values(), beat))
          .catch((error: unknown) => onError(error, 'keeping leases'))
          .finally(beatLater);
      },
      leaseMs / HEARTBEATS_PER_LEASE,
      { background: true },
    );
  }

  async function beat({ lease, stop }: Execution): Promise<void> {
    const status = await storage.heartbeat(lease, context.now(), leaseMs);
    if (status === undefined) stop.abort(new RunStopped('fenced'));
    else if (status === 'cancelling') stop.abort(new RunStopped('cancelling'));
  }

  function sweepLater(): void {
    if (closing.signal.aborted) return;
    cancelSweep = setTimer(
      () => {
        void sweep()
          .catch((error: unknown) => onError(error, 'sweeping runs'))
          .finally(sweepLater);
      },
      leaseMs / SWEEPS_PER_LEASE,
      { background: true },
    );
  }

  async function sweep(): Promise<void> {
    const overdue = await storage.claimOverdue(workerId, context.now(), leaseMs, OVERDUE_BATCH);
    for (const lease of overdue) {
      executions.get(lease.run.id)?.stop.abort(new RunStopped('fenced'));
      await expire(lease);
    }
    const at = unixSeconds(context.now);
    await storage.dropEvents(at - Math.ceil(keepEventsMs / 1000));
    await storage.dropKeyedAnswers(at - ANSWERS_KEPT_S);
    // Runs whose worker fell silent.
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
    await storage.commit(lease, ACTIVE_STATUSES, {
      at,
      run,
      messages: closedWork.messages,
      steps: closedWork.steps,
      events: [...closedWork.events, { event: 'thread.run.expired', data: run }],
    });
  }

  sweepLater();
  return {
    wake,
    noticeCancel(runId) {
      executions.get(runId)?.stop.abort(new RunStopped('cancelling'));
      wake();
    },
    sweep,
    async close() {
      closing.abort();
      cancelSweep();
      cancelHeartbeat?.();
      await claiming;
      const running = [...executions.values()];
      for (const { stop } of running) stop.abort(new RunStopped('closing'));
      await Promise.all(running.map(({ done }) => done));
    },
  };
}
