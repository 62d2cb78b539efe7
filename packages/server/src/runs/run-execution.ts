import type {
  FunctionTool,
  RunCompletionUsage,
  RunObject,
  RunStatus,
  StreamEvent,
} from '@threadkit/core/api';
import type { AnyTool } from '@threadkit/core/tools';
import type { Engine, EngineInput } from '../engines/engine.ts';
import { EngineError, SimulatedCrashError } from '../engines/engine-error.ts';
import type { ObservedRun } from '../shared/instrumentation.ts';
import { createLinkedAbort } from '../shared/linked-abort.ts';
import { quoteForLog } from '../shared/log.ts';
import { untilAborted } from '../shared/until-aborted.ts';
import type { Lease, RunCommit, Scope, StepPrivate } from '../storage/storage.ts';
import { StorageUnavailableError } from '../storage/storage-unavailable-error.ts';
import { ModelCallRecorder } from './accumulators/model-call-recorder.ts';
import {
  endOfModelCall,
  type ModelCallEnd,
  overBudget,
  requiresAction,
  tooManyModelCalls,
} from './end-of-model-call.ts';
import { buildInput } from './history/build-input.ts';
import { listAllSteps } from './history/list-steps.ts';
import { offeredTools } from './history/offered-tools.ts';
import { readContextWindow } from './history/read-context-window.ts';
import { type NextModelCall, readNextModelCall } from './history/read-next-model-call.ts';
import { supersede } from './history/superseded.ts';
import { endStep, type StepOutcome } from './new-step.ts';
import { observeModelCall } from './observe-model-call.ts';
import { type ClosedWork, closeOpenWork, type OpenWork, readOpenWork } from './open-work.ts';
import { readImage } from './read-image.ts';
import { recordEngine } from './record-engine.ts';
import { retryModelCall } from './retry-model-call.ts';
import { type RunContext, unixSeconds } from './run-context.ts';
import { type RunFailure, reportRetry, toRunFailure } from './run-failure.ts';
import { RunStoppedError } from './run-stopped-error.ts';
import { type RunTransition, transitionRun } from './run-transitions.ts';
import { executeBatch } from './tools/execute-batch.ts';
import { principalOfOwner } from './tools/principal-of-owner.ts';
import { ToolBatch } from './tools/tool-batch.ts';
import { usageOfSteps } from './usage.ts';

const NO_WORK: OpenWork = { step: undefined, message: undefined };
/** Recoveries after which a run fails. */
const MAX_RECOVERIES = 3;

/** Created once: an abort without a reason creates an error with a stack for every model call. */
const MODEL_CALL_ENDED = new Error('The model call has ended.');
const INTERRUPTED = 'The server stopped while this was being written. The model call was restarted.';
const GIVEN_UP =
  'The server stopped several times while it executed this run. The run is not restarted again.';

/** The model calls of a run up to its end or its next `requires_action`, and the writes that they lead to. Used by `executeRun`. */
export class RunExecution {
  readonly #context: RunContext;
  readonly #lease: Lease;
  readonly #signal: AbortSignal;
  readonly #instrumented: ObservedRun | undefined;
  readonly #scope: Scope & { readonly threadId: string; readonly runId: string };
  #run: RunObject;
  #recorder: ModelCallRecorder | undefined;
  #batch: ToolBatch | undefined;
  /** Usage of a model call whose calls are being executed; its step gets it when it ends. */
  #pendingUsage: RunCompletionUsage | null;
  /** Taken from the recorder and not stored yet. */
  #unsaved: ClosedWork = { events: [], messages: [], steps: [] };
  #failedCommit: { readonly error: unknown } | undefined;
  #spent: RunCompletionUsage | null = null;

  constructor(context: RunContext, lease: Lease, signal: AbortSignal, instrumented: ObservedRun | undefined) {
    this.#instrumented = instrumented;
    this.#context = context;
    this.#lease = lease;
    this.#signal = signal;
    this.#run = lease.run;
    this.#pendingUsage = lease.pendingUsage;
    this.#scope = { owner: lease.owner, threadId: lease.run.thread_id, runId: lease.run.id };
  }

  /** As it was last stored. */
  get run(): RunObject {
    return this.#run;
  }

  /** Rejects with a {@link RunStoppedError} when it is stopped. */
  async execute(): Promise<void> {
    if (this.#run.status === 'cancelling') throw new RunStoppedError('cancelling');
    // A run that was not claimed before has no work yet.
    const open =
      this.#run.started_at === null ? NO_WORK : await readOpenWork(this.#context.storage, this.#scope);
    const batch = await this.#readBatch(open);
    if (this.#run.status === 'queued') {
      await this.#transition(['queued'], { to: 'in_progress' });
    } else if (!(await this.#recover(open, batch))) return;
    try {
      if (batch) await this.#executeBatch(batch, await this.#listTools());
      // Each iteration is a model call whose calls the server executes itself; the last one is different.
      while (this.#run.status === 'in_progress') await this.#executeModelCall();
    } catch (error) {
      if (error instanceof RunStoppedError || error instanceof SimulatedCrashError) throw error;
      // It is not the run that failed: the next worker continues it.
      if (error instanceof StorageUnavailableError || this.#failedCommit) throw error;
      await this.#fail(toRunFailure(error, this.#run, this.#recorder?.engine, this.#context));
    }
  }

  async #executeModelCall(): Promise<void> {
    const { storage, engineFor, serverTools, maxModelCalls } = this.#context;
    const engine = engineFor(this.#run.model);
    const tools = await this.#listTools();
    const offered = offeredTools(this.#run, tools, (name) => serverTools.isReserved(name));
    const window = readContextWindow(engine, this.#run.model, (message) =>
      this.#warn(engine?.name ?? '', message),
    );
    const next = await readNextModelCall(storage, this.#scope, this.#run, engine?.name, offered, window);
    this.#spent = next.spent;
    if (next.toolBatches >= maxModelCalls) throw tooManyModelCalls(maxModelCalls);
    const ended = overBudget(this.#run, next.spent, next.promptTokens);
    if (ended) return this.#transition(['in_progress'], ended);
    await this.#storeOutcome(await this.#generate(engine, next, offered), tools);
  }

  /** A source of tools that does not respond must not keep the run from being cancelled. */
  #listTools(): Promise<ReadonlyMap<string, AnyTool>> {
    return untilAborted(this.#context.serverTools.list(), this.#signal);
  }

  /** The calls that an earlier worker left, or that the client has decided about; undefined when the model call has not ended. */
  async #readBatch({ step }: OpenWork): Promise<ToolBatch | undefined> {
    if (step?.type !== 'tool_calls') return undefined;
    const [stepPrivate] = await this.#context.storage.listStepPrivates(this.#scope, [step.id]);
    return stepPrivate?.executions && new ToolBatch(step, stepPrivate);
  }

  /** Moves the run from `cancelling` to `cancelled` and closes its open work. Returns false when the run is lost. */
  async finishCancel(): Promise<boolean> {
    const { storage } = this.#context;
    this.#run = { ...this.#run, status: 'cancelling' };
    this.#queueWrite(this.#recorder?.take());
    const open = this.#openWork() ?? (await readOpenWork(storage, this.#scope));
    this.#queueWrite(
      closeOpenWork(open, 'run_cancelled', { to: 'cancelled' }, this.#at(), this.#pendingUsage),
    );
    try {
      await this.#transition(['cancelling'], { to: 'cancelled', usage: await this.#readUsage() });
      return true;
    } catch (error) {
      // Another worker has claimed the run, or its thread was deleted.
      if (!(error instanceof RunStoppedError)) throw error;
      return false;
    }
  }

  /** Closes the work that a crash left open, so that the model call can be restarted. Returns false when the run failed. */
  async #recover(open: OpenWork, batch: ToolBatch | undefined): Promise<boolean> {
    const givenUp = this.#lease.recoveries > MAX_RECOVERIES;
    if (givenUp) {
      await this.#fail({ error: { code: 'server_error', message: GIVEN_UP } }, open);
      return false;
    }
    if (!batch && (open.step || open.message)) {
      const outcome: StepOutcome = { to: 'failed', error: { code: 'server_error', message: INTERRUPTED } };
      this.#queueWrite(closeOpenWork(open, 'run_failed', outcome, this.#at()));
      await this.#save(['in_progress']);
    }
    return true;
  }

  async #generate(
    engine: Engine | undefined,
    { messages, spent, maxCompletionTokens, abandoned }: NextModelCall,
    tools: readonly FunctionTool[],
  ): Promise<ModelCallEnd> {
    const { newId } = this.#context;
    if (!engine) {
      throw new EngineError('server_error', `The model '${this.#run.model}' is not served any more.`, {
        failure: 'setup',
        forOperator: "No engine serves this model any more. Return one for it from createServer's engine.",
      });
    }
    let toSupersede = abandoned;
    const recorder = new ModelCallRecorder(this.#run, {
      engine: engine.name,
      newId,
      now: () => this.#at(),
      reasoning: this.#context.reasoning,
      // Also one that a source does not have any more: its call gets an error, and does not wait for the client.
      isServerTool: (name) => this.#context.serverTools.isReserved(name),
      onMessage: (created) => {
        const superseded = toSupersede.map((message) => supersede(message, created));
        toSupersede = [];
        return superseded;
      },
    });
    this.#recorder = recorder;
    const input = buildInput({
      run: this.#run,
      tools,
      messages,
      spent,
      maxCompletionTokens,
      resolveImage: (fileId) => readImage(this.#context.storage, this.#scope, fileId),
      recoveries: this.#lease.recoveries,
    });

    return retryModelCall((retries) => this.#request(engine, input, recorder, retries), {
      ...this.#context,
      signal: this.#signal,
      deadline: (this.#run.expires_at ?? Number.POSITIVE_INFINITY) * 1000,
      isUnanswered: () => recorder.isEmpty,
      onRetry: (error) => reportRetry(error, this.#run.model, this.#context),
    });
  }

  /** One request of a model call. */
  async #request(
    engine: Engine,
    input: EngineInput,
    recorder: ModelCallRecorder,
    retries: number,
  ): Promise<ModelCallEnd> {
    // Always aborted at the end: the engine may still have an open request to a provider.
    const ended = createLinkedAbort(this.#signal);
    const call = async (onFirstEvent: () => void): Promise<ModelCallEnd> => {
      const events = engine.generate(input, ended.signal);
      const end = await recordEngine(events, recorder, {
        ...this.#context,
        signal: this.#signal,
        store: () => {
          // The first event is stored at once.
          onFirstEvent();
          return this.#flush(recorder);
        },
        onWarning: (message) => this.#warn(engine.name, message),
      });
      return end === 'too long' ? this.#cutOff() : end;
    };
    const start = { engine: engine.name, model: this.#run.model, retries };
    try {
      return await observeModelCall(this.#instrumented, this.#context.now, start, call);
    } finally {
      ended.unlink();
      ended.abort(MODEL_CALL_ENDED);
    }
  }

  /** The same for all runs, so that the log contains it once. */
  #warn(engine: string, message: string): void {
    const { model } = this.#run;
    this.#context.log.write({
      level: 'warn',
      event: 'model_warned',
      model,
      message: `The engine ${engine} warns about the model ${quoteForLog(model)}: ${message}`,
    });
  }

  /** Ends a response that is longer than the server allows, like one that reached its token limit. */
  #cutOff(): ModelCallEnd {
    const { log, maxResponseChars } = this.#context;
    log.write({
      level: 'warn',
      event: 'response_cut_off',
      model: this.#run.model,
      runId: this.#run.id,
      message: `The model's response to run ${this.#run.id} is longer than ${maxResponseChars} characters and was cut off. To allow longer responses, raise limits.responseChars of createServer.`,
    });
    return { reason: 'length', usage: null };
  }

  async #flush(recorder: ModelCallRecorder): Promise<void> {
    this.#queueWrite(recorder.take());
    if (this.#unsaved.events.length > 0) await this.#save(['in_progress']);
  }

  /**
   * Stores the outcome of the model call: a response, a cut-off response, or pending tool calls. Calls of the server's tools are
   * executed; the run stays `in_progress` when no others are left.
   */
  async #storeOutcome(ending: ModelCallEnd, tools: ReadonlyMap<string, AnyTool>): Promise<void> {
    const recorder = this.#recorder;
    if (!recorder) return;
    recorder.finish(ending);
    this.#queueWrite(recorder.take());
    const step = recorder.callStep;
    const own = recorder.calls.filter(({ function: { name } }) => this.#context.serverTools.isReserved(name));
    if (step && own.length > 0) {
      const stepPrivate: StepPrivate = {
        ...(recorder.privates[0] ?? { stepId: step.id, engine: recorder.engine, model: this.#run.model }),
        executions: Object.fromEntries(own.map(({ id }) => [id, { state: 'pending' }])),
      };
      await this.#save(['in_progress'], { pendingUsage: ending.usage, privates: [stepPrivate] });
      this.#recorder = undefined;
      this.#pendingUsage = ending.usage;
      return this.#executeBatch(new ToolBatch(step, stepPrivate), tools);
    }
    const transition = endOfModelCall(ending, recorder.calls, this.#spent);
    await this.#transition(
      ['in_progress'],
      transition,
      transition.to === 'requires_action' ? { pendingUsage: ending.usage, privates: recorder.privates } : {},
    );
  }

  /** Executes the server's calls of the batch, and stores what follows: `requires_action`, or the end of the step. */
  async #executeBatch(batch: ToolBatch, tools: ReadonlyMap<string, AnyTool>): Promise<void> {
    this.#batch = batch;
    const { setTimer, maxToolOutputChars, log, onError } = this.#context;
    await executeBatch(batch, {
      run: this.#run,
      principal: this.#lease.principal ?? principalOfOwner(this.#lease.owner),
      tools,
      maxOutputChars: maxToolOutputChars,
      signal: this.#signal,
      setTimer,
      store: ({ events, privates }) => {
        this.#queueWrite({ events });
        return this.#save(['in_progress'], { privates });
      },
      onFault: (error, name) => onError(error, `tool ${name} of run ${this.#run.id}`),
      onInterrupted: ({ id, function: { name } }) =>
        log.write({
          level: 'warn',
          event: 'tool_interrupted',
          runId: this.#run.id,
          toolCallId: id,
          message: `It is not known whether the tool ${quoteForLog(name)} was executed: a server ended during the call ${id} of run ${this.#run.id}. Check its effect.`,
        }),
    });
    const { waiting, step } = batch;
    if (waiting.length > 0) return this.#transition(['in_progress'], requiresAction(waiting));
    const completed = endStep(step, { to: 'completed' }, this.#at(), this.#pendingUsage);
    this.#queueWrite({
      events: [{ event: 'thread.run.step.completed', data: completed }],
      steps: [completed],
    });
    await this.#save(['in_progress'], { pendingUsage: null });
    this.#batch = undefined;
    this.#pendingUsage = null;
  }

  /** What is unfinished, as far as this execution began or continued it. */
  #openWork(): OpenWork | undefined {
    return this.#batch ? { step: this.#batch.step, message: undefined } : this.#recorder?.open;
  }

  async #fail({ error, failure }: RunFailure, openWork?: OpenWork): Promise<void> {
    this.#queueWrite(this.#recorder?.take());
    const open = openWork ?? this.#openWork();
    const code = error.code === 'rate_limit_exceeded' ? error.code : 'server_error';
    const outcome: StepOutcome = { to: 'failed', error: { code, message: error.message } };
    if (open) this.#queueWrite(closeOpenWork(open, 'run_failed', outcome, this.#at(), this.#pendingUsage));
    await this.#transition(['in_progress'], { to: 'failed', error, failure, usage: await this.#readUsage() });
  }

  /** Of the whole run, as it is stored. */
  async #readUsage(): Promise<RunCompletionUsage | null> {
    return usageOfSteps(await listAllSteps(this.#context.storage, this.#scope), this.#pendingUsage);
  }

  async #transition(
    from: readonly RunStatus[],
    transition: RunTransition,
    extra: Pick<RunCommit, 'pendingUsage' | 'privates'> = {},
  ): Promise<void> {
    const run = transitionRun(this.#run, transition, this.#at());
    // A worker never moves a run to `queued` or `cancelling`; their event names follow the same pattern.
    const event: StreamEvent = { event: `thread.run.${transition.to}`, data: run };
    this.#queueWrite({ events: [event] });
    await this.#save(from, { ...extra, run });
    this.#run = run;
  }

  #queueWrite({
    events = [],
    messages = [],
    steps = [],
  }: Pick<Partial<RunCommit>, 'events' | 'messages' | 'steps'> = {}): void {
    this.#unsaved.events.push(...events);
    this.#unsaved.messages.push(...messages);
    this.#unsaved.steps.push(...steps);
  }

  async #save(
    from: readonly RunStatus[],
    extra: Pick<RunCommit, 'run' | 'pendingUsage' | 'privates'> = {},
  ): Promise<void> {
    // Nobody knows whether a commit that rejected was written, and a second one would write it again. The next worker reads it.
    if (this.#failedCommit) throw this.#failedCommit.error;
    const commit = { at: this.#at(), ...this.#unsaved, ...extra };
    const outcome = await this.#context.storage.commit(this.#lease, from, commit).catch((error: unknown) => {
      this.#failedCommit = { error };
      throw error;
    });
    if (outcome === 'committed') {
      this.#unsaved = { events: [], messages: [], steps: [] };
      return;
    }
    // The rejected status event is dropped; work recorded before it is stored with the run's end.
    if (extra.run) this.#unsaved.events.pop();
    throw new RunStoppedError(outcome === 'conflict' ? 'cancelling' : 'fenced');
  }

  #at(): number {
    return unixSeconds(this.#context.now);
  }
}
