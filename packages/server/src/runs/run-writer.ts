import type { RunObject, RunStatus, StreamEvent } from '@threadkit/core/api';
import type { Lease, RunCommit } from '../storage/storage.ts';
import type { ClosedWork } from './open-work.ts';
import { type RunContext, unixSeconds } from './run-context.ts';
import { RunStoppedError } from './run-stopped-error.ts';
import { type RunTransition, transitionRun } from './run-transitions.ts';

const NO_CLOSED_WORK: ClosedWork = { events: [], messages: [], steps: [] };

/** What is stored in one commit besides the work that was queued. */
type CommitExtra = Pick<RunCommit, 'pendingUsage' | 'privates'>;

/**
 * Stores what one execution does to its run: collects events, messages and steps, and commits them under the lease. Keeps the run as it was
 * last stored.
 */
export class RunWriter {
  readonly #context: Pick<RunContext, 'storage' | 'now'>;
  readonly #lease: Lease;
  #run: RunObject;
  #unsaved: ClosedWork = { events: [], messages: [], steps: [] };
  #failedCommit: { readonly error: unknown } | undefined;

  constructor(context: Pick<RunContext, 'storage' | 'now'>, lease: Lease) {
    this.#context = context;
    this.#lease = lease;
    this.#run = lease.run;
  }

  /** As it was last stored. */
  get run(): RunObject {
    return this.#run;
  }

  /** Whether a commit rejected, so that nothing can be stored any more. */
  get hasFailed(): boolean {
    return this.#failedCommit !== undefined;
  }

  /** Unix seconds. */
  now(): number {
    return unixSeconds(this.#context.now);
  }

  /** A client has requested to cancel the run: its stored status is another one than this execution has written. */
  markCancelling(): void {
    this.#run = { ...this.#run, status: 'cancelling' };
  }

  /** Adds to what the next commit stores. */
  queue({
    events = [],
    messages = [],
    steps = [],
  }: Pick<Partial<RunCommit>, 'events' | 'messages' | 'steps'> = {}): void {
    this.#unsaved.events.push(...events);
    this.#unsaved.messages.push(...messages);
    this.#unsaved.steps.push(...steps);
  }

  /** Stores what is queued, if it has events. */
  async flush(): Promise<void> {
    if (this.#unsaved.events.length > 0) await this.save();
  }

  /**
   * Stores what is queued while the run is in progress.
   *
   * @throws `RunStoppedError` The run has another status, or the lease is lost: what was queued stays queued.
   */
  async save(extra: CommitExtra = {}): Promise<void> {
    await this.#commit(['in_progress'], extra);
  }

  /**
   * Moves the run to another status, with what is queued and the work that this closes, when its stored status is one of `from`.
   * Throws like {@link save}: then the work is still open.
   */
  async transition(
    from: readonly RunStatus[],
    transition: RunTransition,
    { closed = NO_CLOSED_WORK, ...extra }: CommitExtra & { readonly closed?: ClosedWork } = {},
  ): Promise<void> {
    const run = transitionRun(this.#run, transition, this.now());
    // A worker never moves a run to `queued` or `cancelling`; their event names follow the same pattern.
    const event: StreamEvent = { event: `thread.run.${transition.to}`, data: run };
    await this.#commit(from, { ...extra, run }, { ...closed, events: [...closed.events, event] });
    this.#run = run;
  }

  async #commit(
    from: readonly RunStatus[],
    extra: CommitExtra & Pick<RunCommit, 'run'>,
    end: ClosedWork = NO_CLOSED_WORK,
  ): Promise<void> {
    // Nobody knows whether a commit that rejected was written, and a second one would write it again. The next worker reads it.
    if (this.#failedCommit) throw this.#failedCommit.error;
    const { events, messages, steps } = this.#unsaved;
    const commit = {
      at: this.now(),
      events: [...events, ...end.events],
      messages: withoutRepeats([...messages, ...end.messages]),
      steps: withoutRepeats([...steps, ...end.steps]),
      ...extra,
    };
    const outcome = await this.#context.storage.commit(this.#lease, from, commit).catch((error: unknown) => {
      this.#failedCommit = { error };
      throw error;
    });
    if (outcome === 'committed') {
      this.#unsaved = { events: [], messages: [], steps: [] };
      return;
    }
    throw new RunStoppedError(outcome === 'conflict' ? 'cancelling' : 'fenced');
  }
}

/** An object that was queued several times, as it was queued last, in its first place. */
function withoutRepeats<R extends { readonly id: string }>(objects: readonly R[]): R[] {
  return [...new Map(objects.map((object) => [object.id, object])).values()];
}
