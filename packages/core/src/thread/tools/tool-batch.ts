import type { RequiredFunctionToolCall, RunObject, RunToolOutput, ToolDecision } from '../../api/index.ts';
import { backoffMs } from '../../client/retry.ts';
import type { Environment } from '../../environment/environment.ts';
import { ThreadkitError } from '../../errors/threadkit-error.ts';
import { toThreadkitError } from '../../errors/to-threadkit-error.ts';
import { pendingCalls } from '../../run/pending-calls.ts';
import { executeTool, failed } from '../../tools/execute-tool.ts';
import { declinedText } from '../../tools/failure-text.ts';
import { createSemaphore } from '../../tools/semaphore.ts';
import type { AnyTool } from '../../tools/tool.ts';
import type { ClosedReason, WaitReason } from '../../tools/tool-call.ts';
import { type ToolCallResult, writeOutput } from '../../tools/tool-output.ts';
import type { CallRecord } from '../state/call-record.ts';
import { decideCall } from './decide-call.ts';
import { collectOutputs, findRefused, newBatch, type OpenBatch } from './open-batch.ts';
import type { ToolJournal } from './tool-journal.ts';

export interface ToolBatchOptions {
  environment: Environment;
  journal: ToolJournal;
  findTool(name: string): AnyTool | undefined;
  /**
   * Whether this page started the run. Without a lock or a journal another page or tab may have executed a call already, so
   * a page that did not start the run asks the user first.
   */
  wasStartedHere(run: RunObject): boolean;
  /** Unix milliseconds by this page's clock. */
  deadlineOf(run: RunObject): number;
  /** `resolved` is the error of a call that was decided again. */
  onChange(calls: ReadonlyMap<string, CallRecord>, resolved: ThreadkitError | undefined): void;
  /** Reports edited arguments that are invalid, and actions on calls that do not wait. */
  onError(error: ThreadkitError): void;
  /** Called when every call has its output; again with the same outputs when the run requires them again. */
  submit(run: RunObject, outputs: readonly RunToolOutput[]): void;
}

/** Executes the calls of one `requires_action`, and submits all their outputs in one request. */
export interface ToolBatch {
  /**
   * Handles the pending calls of a run. For the same calls as before, outputs that were not accepted are submitted again,
   * and nothing is executed a second time.
   */
  open(run: RunObject): void;
  approve(id: string, edited: unknown): void;
  reject(id: string, reason: string | undefined): void;
  addToolOutput(id: string, output: unknown): void;
  /** Handles calls again whose tool was not registered, because tools were registered now. */
  retryUnregistered(): void;
  /** Marks the pending calls of a run as handled by another tab. */
  markHandledElsewhere(run: RunObject): void;
  /**
   * The submit was refused. Edited arguments that the server refused are asked for again, with the reason. When the run
   * requires the same calls again, the next `open` submits again, after a growing delay. Accepted outputs are never submitted
   * again.
   */
  submitRefused(run: RunObject, error: ThreadkitError): void;
  /** Ends the batch with the run: aborts running tools, drops late results and deletes the journal. */
  close(reason: ClosedReason): void;
  /** Aborts running tools because the page closes. The journal stays for the next page. */
  abandon(): void;
  /** Deletes the journal, because the user signs out. */
  forget(): void;
}

/** What is submitted for a call. Without a result the text approves a call that the server executes. */
interface Settlement {
  readonly result: ToolCallResult | undefined;
  readonly text: string;
}

/** A model can request dozens of calls at once, and a browser limits connections per host. */
const MAX_PARALLEL_CALLS = 6;

export function createToolBatch(options: ToolBatchOptions): ToolBatch {
  const { environment, journal, findTool, wasStartedHere, deadlineOf, onChange, onError, submit } = options;
  const semaphore = createSemaphore(MAX_PARALLEL_CALLS);
  let records: ReadonlyMap<string, CallRecord> = new Map();
  let batch: OpenBatch | undefined;
  /** All calls of the run with a journal entry, including those of earlier `requires_action`s. */
  let journalled = new Set<string>();

  function put(id: string, record: CallRecord): void {
    const before = records.get(id);
    records = new Map(records).set(id, record);
    onChange(records, before?.state === 'waiting' ? before.error : undefined);
  }

  function wait(
    current: OpenBatch,
    id: string,
    input: unknown,
    waitReason: WaitReason,
    error?: ThreadkitError,
  ): void {
    put(id, { state: 'waiting', waitReason, input, error, expiresAt: deadlineOf(current.run) });
  }

  function settle(current: OpenBatch, id: string, input: unknown, { result, text }: Settlement): void {
    if (current !== batch) return;
    put(id, { state: 'settled', input, result, text });
    journalled.add(id);
    void journal.write(current.run.id, id, { state: 'settled', text });
    submitWhenSettled(current);
  }

  /** Whether the call was neither executed nor given an output yet. */
  function isUndecided(current: OpenBatch, id: string): boolean {
    const state = records.get(id)?.state;
    return current === batch && (state === undefined || state === 'waiting');
  }

  function fail(current: OpenBatch, id: string, input: unknown, error: string): void {
    settle(current, id, input, failed(error));
  }

  function submitWhenSettled(current: OpenBatch): void {
    if (current.isSubmitted || environment.now() < current.submitAt) return;
    const outputs = collectOutputs(current.calls, records);
    if (!outputs) return;
    current.isSubmitted = true;
    for (const { id } of current.calls) {
      const record = records.get(id);
      if (record?.state === 'settled') put(id, { ...record, state: 'submitted' });
    }
    submit(current.run, outputs);
  }

  /** Decides about one call, unless a decision is in progress, and carries the decision out. Never rejects. */
  async function begin(current: OpenBatch, call: RequiredFunctionToolCall): Promise<void> {
    const { id } = call;
    if (current.inProgress.has(id)) return;
    current.inProgress.add(id);
    try {
      const isOpen = (): boolean => isUndecided(current, id);
      const decision = await decideCall(call, current.run, options, isOpen);
      if (!decision || !isOpen()) return;
      const { input } = decision;
      if ('execution' in decision) settle(current, id, input, decision.execution);
      else if ('waitReason' in decision) wait(current, id, input, decision.waitReason);
      else await execute(current, id, decision.tool, input, decision.args, false);
    } catch (error) {
      if (isUndecided(current, id)) fail(current, id, undefined, toThreadkitError(error, 'tool').message);
    } finally {
      current.inProgress.delete(id);
    }
  }

  /** Executes an undecided call. Does nothing for one that is running or done, or after the deadline. */
  async function execute(
    current: OpenBatch,
    id: string,
    tool: AnyTool,
    input: unknown,
    args: unknown,
    isConfirmed: boolean,
  ): Promise<void> {
    if (!isUndecided(current, id) || closeWhenLate(current, id, input)) return;
    const needsConfirmation = !isConfirmed && !tool.idempotent && !wasStartedHere(current.run);
    if (needsConfirmation && !environment.lock) return wait(current, id, input, 'interrupted');
    put(id, { state: 'running', input });
    await semaphore.take(async () => {
      if (current !== batch || closeWhenLate(current, id, input)) return;
      // Written before the execution: after a reload the call must not be executed again without asking.
      journalled.add(id);
      const isDurable = await journal.write(current.run.id, id, { state: 'started' });
      if (current !== batch || closeWhenLate(current, id, input)) return;
      if (needsConfirmation && !isDurable) return wait(current, id, input, 'interrupted');
      const execution = await executeTool(environment, tool, args, current.abort.signal, {
        toolCallId: id,
        runId: current.run.id,
        threadId: current.run.thread_id,
        expiresAt: deadlineOf(current.run),
      });
      settle(current, id, input, execution);
    });
  }

  /**
   * The server accepts no output after the deadline, so the run would never learn of the tool's effect. The state of the
   * call is the only report: the run's own status follows.
   */
  function closeWhenLate(current: OpenBatch, id: string, input: unknown): boolean {
    if (environment.now() < deadlineOf(current.run)) return false;
    put(id, { state: 'closed', input, reason: 'expired' });
    return true;
  }

  function clearJournal(): void {
    if (batch) void journal.clear(batch.run.id, [...journalled, ...batch.calls.map(({ id }) => id)]);
  }

  function waiting(id: string):
    | {
        current: OpenBatch;
        call: RequiredFunctionToolCall;
        record: Extract<CallRecord, { state: 'waiting' }>;
      }
    | undefined {
    const call = batch?.calls.find((candidate) => candidate.id === id);
    const record = records.get(id);
    if (batch && call && record?.state === 'waiting') return { current: batch, call, record };
    onError(
      new ThreadkitError('config', `The tool call ${id} is not waiting: it was decided, or its run ended.`),
    );
    return undefined;
  }

  async function approve(id: string, edited: unknown): Promise<void> {
    const found = waiting(id);
    if (!found) return;
    const { current, call, record } = found;
    const input = edited ?? record.input;
    if (call.executed_by === 'server') {
      // Without arguments the server executes the model's, which the user has edited if they were refused.
      const isEdited = edited !== undefined || record.error;
      const decision: ToolDecision = {
        decision: 'approve',
        // Whoever calls `approve` edits an object; the server checks it.
        arguments: isEdited ? (input as Record<string, unknown>) : undefined,
      };
      return settle(current, id, input, { result: undefined, text: JSON.stringify(decision) });
    }
    const tool = findTool(call.function.name);
    if (!tool) return wait(current, id, input, 'unregistered');
    try {
      const args = await tool['~run'].validate(input);
      if (current !== batch || records.get(id)?.state !== 'waiting') return;
      if (tool['~run'].execute) await execute(current, id, tool, input, args, true);
      else wait(current, id, input, 'output');
    } catch (error) {
      const refusal = toThreadkitError(error, 'tool');
      if (isUndecided(current, id)) wait(current, id, input, record.waitReason, refusal);
      onError(refusal);
    }
  }

  return {
    open(run) {
      const opened = newBatch(run);
      if (!opened) return;
      if (batch?.key === opened.key) return submitWhenSettled(batch);
      if (batch?.run.id !== run.id) {
        records = new Map();
        journalled = new Set();
      }
      batch?.abort.abort();
      batch = opened;
      for (const call of opened.calls) void begin(opened, call);
    },
    approve: (id, edited) => void approve(id, edited),
    reject(id, reason) {
      const found = waiting(id);
      if (!found) return;
      const { result, text } = failed(declinedText(reason));
      const isOfServer = found.call.executed_by === 'server';
      settle(found.current, id, found.record.input, {
        result,
        text: isOfServer ? JSON.stringify({ decision: 'decline', reason } satisfies ToolDecision) : text,
      });
    },
    addToolOutput(id, output) {
      const found = waiting(id);
      if (!found) return;
      if (found.call.executed_by === 'server') {
        onError(new ThreadkitError('config', 'The server executes this call: approve or reject it.'));
        return;
      }
      const tool = findTool(found.call.function.name);
      const text = tool ? tool['~run'].serialize(output) : writeOutput(output);
      settle(found.current, id, found.record.input, { result: { ok: true, output }, text });
    },
    retryUnregistered() {
      const current = batch;
      if (!current) return;
      for (const call of current.calls) {
        const record = records.get(call.id);
        const waits = record?.state === 'waiting' && record.waitReason === 'unregistered';
        if (waits && findTool(call.function.name)) void begin(current, call);
      }
    },
    markHandledElsewhere(run) {
      for (const { id } of pendingCalls(run))
        put(id, { state: 'closed', input: undefined, reason: 'elsewhere' });
    },
    abandon() {
      batch?.abort.abort();
      batch = undefined;
    },
    forget: clearJournal,
    submitRefused(run, error) {
      if (batch?.run !== run) return;
      batch.isSubmitted = false;
      const refused = findRefused(batch.calls, error);
      if (refused) return wait(batch, refused.id, records.get(refused.id)?.input, 'approval', error);
      batch.refusals += 1;
      batch.submitAt = environment.now() + backoffMs(batch.refusals, environment);
    },
    close(reason) {
      if (!batch) return;
      const { abort, calls } = batch;
      clearJournal();
      batch = undefined;
      abort.abort();
      for (const { id } of calls) {
        const record = records.get(id);
        if (record && record.state !== 'submitted' && record.state !== 'closed')
          put(id, { state: 'closed', input: record.input, reason });
      }
    },
  };
}
