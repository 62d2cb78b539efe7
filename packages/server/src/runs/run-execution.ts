import type { RunCompletionUsage, RunObject } from '@threadkit/core/api';
import type { Engine } from '../engines/engine.ts';
import { SimulatedCrashError } from '../engines/engine-error.ts';
import type { ObservedRun } from '../shared/instrumentation.ts';
import { untilAborted } from '../shared/until-aborted.ts';
import type { Lease, Scope } from '../storage/storage.ts';
import { StorageUnavailableError } from '../storage/storage-unavailable-error.ts';
import { ModelCallRecorder } from './accumulators/model-call-recorder.ts';
import { type ClaimedWork, decideRecovery, readClaimedWork } from './claimed-work.ts';
import { modelWarned, toolNotDeclared } from './describe-conditions.ts';
import { endOfModelCall, type ModelCallEnd, overBudget, requiresAction } from './end-of-model-call.ts';
import { buildInput } from './history/build-input.ts';
import { listAllSteps } from './history/list-steps.ts';
import { type ReadContextWindow, readContextWindow } from './history/read-context-window.ts';
import { type NextModelCall, readNextModelCall } from './history/read-next-model-call.ts';
import { supersede } from './history/superseded.ts';
import { makeModelCall } from './make-model-call.ts';
import { modelNotServed, tooManyModelCalls } from './model-call-errors.ts';
import { endStep, type StepOutcome } from './new-step.ts';
import { closeOpenWork, type OpenWork, readOpenWork } from './open-work.ts';
import { readImage } from './read-image.ts';
import type { RunContext } from './run-context.ts';
import { type RunFailure, toRunFailure } from './run-failure.ts';
import { RunStoppedError } from './run-stopped-error.ts';
import { RunWriter } from './run-writer.ts';
import { executeBatchOfRun } from './tools/execute-batch-of-run.ts';
import { readRunTools } from './tools/read-run-tools.ts';
import type { RunTools } from './tools/run-tools.ts';
import { sortCalls, undeclaredOutput } from './tools/sort-calls.ts';
import { ToolBatch } from './tools/tool-batch.ts';
import { usageOfSteps } from './usage.ts';

const INTERRUPTED = 'The server stopped while this was being written. The model call was restarted.';
const GIVEN_UP =
  'The server stopped several times while it executed this run. The run is not restarted again.';

/** The model calls of a run up to its end or its next `requires_action`, and the writes that they lead to. Used by `executeRun`. */
export class RunExecution {
  readonly #context: RunContext;
  readonly #lease: Lease;
  readonly #signal: AbortSignal;
  readonly #observed: ObservedRun | undefined;
  readonly #scope: Scope & { readonly threadId: string; readonly runId: string };
  readonly #writer: RunWriter;
  #recorder: ModelCallRecorder | undefined;
  #batch: ToolBatch | undefined;
  /** Usage of a model call whose calls are being executed; its step gets it when it ends. */
  #pendingUsage: RunCompletionUsage | null;
  #spent: RunCompletionUsage | null = null;

  constructor(context: RunContext, lease: Lease, signal: AbortSignal, observed: ObservedRun | undefined) {
    this.#context = context;
    this.#lease = lease;
    this.#signal = signal;
    this.#observed = observed;
    this.#writer = new RunWriter(context, lease);
    this.#pendingUsage = lease.pendingUsage;
    this.#scope = { owner: lease.owner, threadId: lease.run.thread_id, runId: lease.run.id };
  }

  /** As it was last stored. */
  get run(): RunObject {
    return this.#writer.run;
  }

  /** Rejects with a {@link RunStoppedError} when it is stopped. */
  async execute(): Promise<void> {
    if (this.run.status === 'cancelling') throw new RunStoppedError('cancelling');
    const work = await readClaimedWork(this.#context.storage, this.#scope, this.run);
    if (this.run.status === 'queued') {
      await this.#writer.transition(['queued'], { to: 'in_progress' });
    } else if (!(await this.#recover(work))) return;
    try {
      if (work.batch)
        await this.#executeBatch(work.batch, await this.#readTools(this.#readWindow(this.#engine())));
      // Each iteration is a model call whose calls the server executes itself; the last one is different.
      while (this.run.status === 'in_progress') await this.#executeModelCall();
    } catch (error) {
      if (error instanceof RunStoppedError || error instanceof SimulatedCrashError) throw error;
      // It is not the run that failed: the next worker continues it.
      if (error instanceof StorageUnavailableError || this.#writer.hasFailed) throw error;
      await this.#fail(toRunFailure(error, this.run, this.#recorder?.engine, this.#context));
    }
  }

  /** Moves the run from `cancelling` to `cancelled` and closes its open work. Returns false when the run is lost. */
  async finishCancel(): Promise<boolean> {
    const writer = this.#writer;
    writer.markCancelling();
    writer.queue(this.#recorder?.take());
    const open = this.#openWork() ?? (await readOpenWork(this.#context.storage, this.#scope));
    const closed = closeOpenWork(
      open,
      'run_cancelled',
      { to: 'cancelled' },
      writer.now(),
      this.#pendingUsage,
    );
    try {
      await writer.transition(
        ['cancelling'],
        { to: 'cancelled', usage: await this.#readUsage() },
        { closed },
      );
      return true;
    } catch (error) {
      // Another worker has claimed the run, or its thread was deleted.
      if (!(error instanceof RunStoppedError)) throw error;
      return false;
    }
  }

  /** Closes the work that a crash left open, so that the model call can be restarted. Returns false when the run failed. */
  async #recover(work: ClaimedWork): Promise<boolean> {
    switch (decideRecovery(this.#lease.recoveries, work)) {
      case 'give up':
        await this.#fail({ error: { code: 'server_error', message: GIVEN_UP } }, work.open);
        return false;
      case 'restart': {
        const outcome: StepOutcome = { to: 'failed', error: { code: 'server_error', message: INTERRUPTED } };
        this.#writer.queue(closeOpenWork(work.open, 'run_failed', outcome, this.#writer.now()));
        await this.#writer.save();
        return true;
      }
      case 'continue':
        return true;
    }
  }

  async #executeModelCall(): Promise<void> {
    const { storage, maxModelCalls } = this.#context;
    const { model } = this.run;
    const engine = this.#engine();
    const window = this.#readWindow(engine);
    const tools = await this.#readTools(window);
    const next = await readNextModelCall(storage, this.#scope, this.run, engine?.name, tools.offered, window);
    this.#spent = next.spent;
    if (next.toolBatches >= maxModelCalls) throw tooManyModelCalls(maxModelCalls);
    const ended = overBudget(this.run, next.spent, next.promptTokens);
    if (ended) return this.#writer.transition(['in_progress'], ended);
    if (!engine) throw modelNotServed(model);
    const recorder = this.#createRecorder(engine.name, next, tools);
    this.#recorder = recorder;
    const end = await makeModelCall(this.#context, {
      run: this.run,
      engine,
      input: buildInput({
        ...next,
        run: this.run,
        tools: tools.offered,
        resolveImage: (fileId) => readImage(this.#context, this.#scope, fileId),
        recoveries: this.#lease.recoveries,
      }),
      recorder,
      store: () => {
        this.#writer.queue(recorder.take());
        return this.#writer.flush();
      },
      signal: this.#signal,
      observed: this.#observed,
    });
    await this.#storeOutcome(end, recorder, tools);
  }

  #engine(): Engine | undefined {
    return this.#context.engineFor(this.run.model);
  }

  #readWindow(engine: Engine | undefined): ReadContextWindow {
    const { log } = this.#context;
    const { model } = this.run;
    return readContextWindow(engine, model, (message) =>
      log.write(modelWarned(model, engine?.name ?? '', message)),
    );
  }

  /** A source of tools that does not respond must not keep the run from being cancelled. */
  #readTools(window: ReadContextWindow): Promise<RunTools> {
    return untilAborted(readRunTools(this.#context, this.#lease, this.run, window), this.#signal);
  }

  /** The first message of the model call replaces the `abandoned` ones. */
  #createRecorder(
    engine: string,
    { abandoned, references, images }: Pick<NextModelCall, 'abandoned' | 'references' | 'images'>,
    { executorOf }: RunTools,
  ): ModelCallRecorder {
    const { newId, reasoning } = this.#context;
    let toSupersede = abandoned;
    return new ModelCallRecorder(this.run, {
      engine,
      newId,
      now: () => this.#writer.now(),
      reasoning,
      references,
      images,
      executorOf,
      onMessage: (created) => {
        const superseded = toSupersede.map((message) => supersede(message, created));
        toSupersede = [];
        return superseded;
      },
    });
  }

  /**
   * Stores the outcome of the model call: a response, a cut-off response, or pending tool calls. Calls of the server's tools are
   * executed, and calls of functions that nobody declared get an error; the run stays `in_progress` when no others are left.
   */
  async #storeOutcome(end: ModelCallEnd, recorder: ModelCallRecorder, tools: RunTools): Promise<void> {
    recorder.finish(end);
    this.#writer.queue(recorder.take());
    const step = recorder.callStep;
    const { log } = this.#context;
    const { own, undeclared } = sortCalls(
      recorder.calls,
      this.run,
      (name) => tools.executorOf(name) !== 'client',
    );
    if (step && own.length + undeclared.length > 0) {
      const batch = new ToolBatch(step, {
        ...(recorder.privates[0] ?? { stepId: step.id, engine: recorder.engine, model: this.run.model }),
        executions: Object.fromEntries(own.map(({ id }) => [id, { state: 'pending' }])),
      });
      for (const call of undeclared) {
        batch.setOutput(call.id, undeclaredOutput(call.function.name, tools.offered));
        log.write(toolNotDeclared(this.run, call));
      }
      const { events, privates } = batch.take();
      this.#writer.queue({ events, steps: [batch.step] });
      await this.#writer.save({ pendingUsage: end.usage, privates });
      this.#recorder = undefined;
      this.#pendingUsage = end.usage;
      return this.#executeBatch(batch, tools);
    }
    const transition = endOfModelCall(end, recorder.calls, this.#spent);
    await this.#writer.transition(
      ['in_progress'],
      transition,
      transition.to === 'requires_action' ? { pendingUsage: end.usage, privates: recorder.privates } : {},
    );
  }

  /** Executes the server's calls of the batch, and stores what follows: `requires_action`, or the end of the step. */
  async #executeBatch(batch: ToolBatch, tools: RunTools): Promise<void> {
    const writer = this.#writer;
    this.#batch = batch;
    if (batch.ownCalls.length > 0) {
      await executeBatchOfRun(this.#context, {
        run: this.run,
        lease: this.#lease,
        batch,
        tools,
        signal: this.#signal,
        observed: this.#observed,
        store: ({ events, privates }) => {
          writer.queue({ events });
          return writer.save({ privates });
        },
      });
    }
    const { waiting, step } = batch;
    if (waiting.length > 0) return writer.transition(['in_progress'], requiresAction(waiting));
    const completed = endStep(step, { to: 'completed' }, writer.now(), this.#pendingUsage);
    writer.queue({
      events: [{ event: 'thread.run.step.completed', data: completed }],
      steps: [completed],
    });
    await writer.save({ pendingUsage: null });
    this.#batch = undefined;
    this.#pendingUsage = null;
  }

  /** What is unfinished, as far as this execution began or continued it. */
  #openWork(): OpenWork | undefined {
    return this.#batch ? { step: this.#batch.step, message: undefined } : this.#recorder?.open;
  }

  async #fail({ error, failure }: RunFailure, openWork?: OpenWork): Promise<void> {
    const writer = this.#writer;
    writer.queue(this.#recorder?.take());
    const open = openWork ?? this.#openWork();
    const code = error.code === 'rate_limit_exceeded' ? error.code : 'server_error';
    const outcome: StepOutcome = { to: 'failed', error: { code, message: error.message } };
    const closed = open && closeOpenWork(open, 'run_failed', outcome, writer.now(), this.#pendingUsage);
    const usage = await this.#readUsage();
    await writer.transition(['in_progress'], { to: 'failed', error, failure, usage }, closed && { closed });
  }

  /** Of the whole run, as it is stored. */
  async #readUsage(): Promise<RunCompletionUsage | null> {
    return usageOfSteps(await listAllSteps(this.#context.storage, this.#scope), this.#pendingUsage);
  }
}
