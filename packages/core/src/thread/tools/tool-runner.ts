import type { RunObject, RunToolOutput } from '../../api/index.ts';
import { MAX_RUN_LIFETIME_S } from '../../api/limits.ts';
import { isActive } from '../../api/run-status.ts';
import type { ThreadkitError } from '../../errors/threadkit-error.ts';
import { toThreadkitError } from '../../errors/to-threadkit-error.ts';
import type { OpenStream } from '../follow/event-stream.ts';
import type { Follower } from '../follow/follower.ts';
import type { ThreadContext } from '../state/thread-context.ts';
import { closedReason } from '../state/to-snapshot.ts';
import { setCalls, setError } from '../state/transitions.ts';
import type { ThreadActions } from '../types.ts';
import { submitOutputs } from './submit-outputs.ts';
import { createToolBatch } from './tool-batch.ts';
import { createToolJournal } from './tool-journal.ts';
import { createToolLock } from './tool-lock.ts';
import { createToolRegistry, type ToolRegistry } from './tool-registry.ts';

/** Executes the function calls of the thread's run in this page, and submits their outputs. */
export interface ToolRunner extends Pick<ThreadActions, 'approve' | 'reject' | 'addToolOutput'> {
  readonly registry: ToolRegistry;
  /** Makes this page the owner of the calls of a run that it started. */
  claim(run: RunObject): void;
  /** The run is being cancelled: its calls are closed and late results dropped. */
  cancel(): void;
  /** The run has ended. */
  end(run: RunObject): void;
  /** Deletes the journal of the open calls, because the user signs out. */
  forget(): void;
  dispose(): void;
}

export function createToolRunner(context: ThreadContext, follower: Follower): ToolRunner {
  const { client, environment, store, disposeSignal, onError } = context;
  /** Runs that this page started. */
  const sentRuns = new Set<string>();
  const registry = createToolRegistry(() => batch.retryUnregistered());
  const lock = createToolLock(environment, client.key);
  const batch = createToolBatch({
    environment,
    journal: createToolJournal(environment, client.key),
    findTool: registry.get,
    wasStartedHere: ({ id }) => sentRuns.has(id),
    deadlineOf: (run) => (run.expires_at ?? run.created_at + MAX_RUN_LIFETIME_S) * 1_000 - client.clockSkewMs,
    onChange: (calls, resolved) => store.update((state) => setCalls(state, calls, resolved)),
    onError,
    submit: (run, outputs) => void submit(run, outputs),
  });

  let refusal: ThreadkitError | undefined;

  async function submit(run: RunObject, outputs: readonly RunToolOutput[]): Promise<void> {
    let stream: OpenStream | undefined;
    try {
      stream = await submitOutputs(client, environment, run, outputs, disposeSignal);
      // The refusals before it are over.
      store.update((state) => (state.error === refusal ? setError(state, null) : state));
    } catch (error) {
      refusal = toThreadkitError(error, 'network');
      batch.submitRefused(run, refusal);
      onError(refusal);
      // Following continues, so that the next `requires_action` or the end of the run is received.
      if (!follower.isFollowing() && !disposeSignal.aborted) await follower.follow(run);
      return;
    }
    if (stream || !follower.isFollowing()) await follower.follow(run, stream);
  }

  // Executes the pending calls if this tab owns them: now, or when the owning tab closes.
  follower.onRequiresAction((run) => {
    const isPending = (): boolean => {
      const current = store.getSnapshot().current.run;
      return current?.id === run.id && isActive(current);
    };
    lock.claim(
      run.id,
      () => isPending() && batch.open(run),
      () => isPending() && batch.markHandledElsewhere(run),
    );
  });

  return {
    registry,
    approve: batch.approve,
    reject: batch.reject,
    addToolOutput: batch.addToolOutput,
    claim(run) {
      sentRuns.add(run.id);
      lock.claim(run.id);
    },
    cancel: () => batch.close('cancelled'),
    end({ status }) {
      lock.release();
      batch.close(closedReason(status));
    },
    forget: batch.forget,
    dispose() {
      batch.abandon();
      lock.release();
    },
  };
}
