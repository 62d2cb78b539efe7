import type { RequiredFunctionToolCall, RunObject, RunToolOutput } from '../../api/index.ts';
import { backoffMs } from '../../client/retry.ts';
import type { Environment } from '../../environment/environment.ts';
import { ThreadkitError } from '../../errors/threadkit-error.ts';
import { toThreadkitError } from '../../errors/to-threadkit-error.ts';
import { parseJson } from '../../parse-json.ts';
import { pendingCalls, pendingKey } from '../../run/pending-calls.ts';
import type { AnyTool } from '../../tools/tool.ts';
import type { ClosedReason, WaitReason } from '../../tools/tool-call.ts';
import { type Execution, executeTool, failed } from './execute-tool.ts';
import { createSemaphore } from './semaphore.ts';
import type { ToolJournal } from './tool-journal.ts';
import { type CallResult, readOutput } from './tool-output.ts';

/** The state of one call in this page. `input` is what the model wrote, or the edited arguments. */
export type CallRecord = { readonly input: unknown } & (
  | { readonly state: 'waiting'; readonly waitReason: WaitReason; readonly expiresAt: number }
  | { readonly state: 'running' }
  | { readonly state: 'settled' | 'submitted'; readonly result: CallResult; readonly text: string }
  | { readonly state: 'closed'; readonly reason: ClosedReason }
);

export interface ToolBatchOptions {
  environment: Environment;
  journal: ToolJournal;
  findTool(name: string): AnyTool | undefined;
  /**
   * Whether this page started the run. Without a lock or a journal another page or tab may have executed a call already, so
   * a page that did not start the run asks first.
   */
  wasStartedHere(run: RunObject): boolean;
  /** Unix milliseconds by this page's clock. */
  deadlineOf(run: RunObject): number;
  onChange(calls: ReadonlyMap<string, CallRecord>): void;
  /** Reports edited arguments that are invalid, and actions on calls that do not wait. */
  onError(error: ThreadkitError): void;
  /** Called when every call has its output; again with the same outputs when the run requires them again. */
  submit(run: RunObject, outputs: readonly RunToolOutput[]): void;
}

/** Takes the calls of one `requires_action` from their arguments to one submit. */
export interface ToolBatch {
  /**
   * Handles the pending calls of a run. For the same calls as before, outputs that were not accepted are submitted again,
   * and nothing is executed a second time.
   */
  open(run: RunObject): void;
  approve(id: string, edited: unknown): void;
  reject(id: string, reason: string | undefined): void;
  addOutput(id: string, output: unknown): void;
  /** Handles calls again whose tool was not registered, because tools were registered now. */
  retryUnregistered(): void;
  /** Marks the pending calls of a run as handled by another tab. */
  markHandledElsewhere(run: RunObject): void;
  /**
   * The submit was refused. When the run requires the same calls again, the next `open` submits again, after a growing
   * delay. Accepted outputs are never submitted again.
   */
  submitRefused(run: RunObject): void;
  /** Ends the batch with the run: aborts running tools, drops late results and deletes the journal. */
  close(reason: ClosedReason): void;
  /** Aborts running tools because the page closes. The journal stays for the next page. */
  abandon(): void;
  /** Deletes the journal, because the user signs out. */
  forget(): void;
}

interface OpenBatch {
  readonly key: string;
  readonly run: RunObject;
  readonly calls: readonly RequiredFunctionToolCall[];
  readonly abort: AbortController;
  /** Calls with a decision in progress. Set before the first `await`, so that decisions never overlap. */
  readonly inProgress: Set<string>;
  /** The outputs are being submitted, or were accepted. */
  isSubmitted: boolean;
  refusals: number;
  /** Earliest time of the next submit: Unix milliseconds. */
  submitAt: number;
}

/** A model can request dozens of calls at once, and a browser limits connections per host. */
const MAX_PARALLEL_CALLS = 6;

export function createToolBatch(options: ToolBatchOptions): ToolBatch {
  const { environment, journal, findTool, wasStartedHere, deadlineOf, onChange, onError, submit } = options;
  const semaphore = createSemaphore(MAX_PARALLEL_CALLS);
  let records: ReadonlyMap<string, CallRecord> = new Map();
  let batch: OpenBatch | undefined;
  /** All calls of the run with a journal entry, including those of earlier rounds. */
  let journalled = new Set<string>();

  function put(id: string, record: CallRecord): void {
    records = new Map(records).set(id, record);
    onChange(records);
  }

  function wait(current: OpenBatch, id: string, input: unknown, waitReason: WaitReason): void {
    put(id, { state: 'waiting', waitReason, input, expiresAt: deadlineOf(current.run) });
  }

  function settle(current: OpenBatch, id: string, input: unknown, { result, text }: Execution): void {
    if (current !== batch) return;
    put(id, { state: 'settled', input, result, text });
    journalled.add(id);
    void journal.write(current.run.id, id, { state: 'settled', text });
    submitWhenSettled(current);
  }

  /** Whether the call was neither executed nor answered yet. */
  function isUndecided(current: OpenBatch, id: string): boolean {
    const state = records.get(id)?.state;
    return current === batch && (state === undefined || state === 'waiting');
  }

  function fail(current: OpenBatch, id: string, input: unknown, error: string): void {
    settle(current, id, input, failed(error));
  }

  function submitWhenSettled(current: OpenBatch): void {
    if (current.isSubmitted || environment.now() < current.submitAt) return;
    const outputs: RunToolOutput[] = [];
    for (const { id } of current.calls) {
      const record = records.get(id);
      if (record?.state !== 'settled' && record?.state !== 'submitted') return;
      outputs.push({ tool_call_id: id, output: record.text });
    }
    current.isSubmitted = true;
    for (const { id } of current.calls) {
      const record = records.get(id);
      if (record?.state === 'settled') put(id, { ...record, state: 'submitted' });
    }
    submit(current.run, outputs);
  }

  /** Handles one call unless a decision on it is in progress. Never rejects. */
  async function begin(current: OpenBatch, call: RequiredFunctionToolCall): Promise<void> {
    if (current.inProgress.has(call.id)) return;
    current.inProgress.add(call.id);
    try {
      await decide(current, call);
    } catch (error) {
      // A custom client may pass an invalid call.
      if (isUndecided(current, call.id))
        fail(current, call.id, undefined, toThreadkitError(error, 'tool').message);
    }
    current.inProgress.delete(call.id);
  }

  /** Parses the arguments, then executes, asks for approval, or fails with a message for the model. */
  async function decide(current: OpenBatch, call: RequiredFunctionToolCall): Promise<void> {
    const { id } = call;
    const parsed = parseArguments(call.function.arguments);
    if (!parsed.ok) return fail(current, id, undefined, parsed.error);
    const input = parsed.value;
    const entry = await journal.read(current.run.id, id);
    if (!isUndecided(current, id)) return;
    if (entry?.state === 'settled') {
      return settle(current, id, input, { result: readOutput(entry.text), text: entry.text });
    }
    const tool = findTool(call.function.name);
    if (!tool) {
      const unknown = describeUnknownTool(call.function.name, current.run);
      return unknown === undefined
        ? wait(current, id, input, 'unregistered')
        : fail(current, id, input, unknown);
    }
    if (entry && !tool.idempotent) return wait(current, id, input, 'interrupted');
    try {
      const args = await tool['~run'].validate(input);
      const needsApproval = await tool['~run'].needsApproval(args);
      if (!isUndecided(current, id)) return;
      if (needsApproval) wait(current, id, input, 'approval');
      else if (tool['~run'].execute) await execute(current, id, tool, input, args, false);
      else wait(current, id, input, 'output');
    } catch (error) {
      if (isUndecided(current, id)) fail(current, id, input, toThreadkitError(error, 'tool').message);
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

  /** The server accepts no output after the deadline, so the run would never learn of the tool's effect. */
  function closeWhenLate(current: OpenBatch, id: string, input: unknown): boolean {
    if (environment.now() < deadlineOf(current.run)) return false;
    put(id, { state: 'closed', input, reason: 'expired' });
    onError(new ThreadkitError('tool', 'The time to answer this tool call is over. It was not executed.'));
    return true;
  }

  function clearJournal(): void {
    if (batch) void journal.clear(batch.run.id, [...journalled, ...batch.calls.map(({ id }) => id)]);
  }

  function waiting(
    id: string,
  ): { current: OpenBatch; call: RequiredFunctionToolCall; input: unknown } | undefined {
    const call = batch?.calls.find((candidate) => candidate.id === id);
    const record = records.get(id);
    if (batch && call && record?.state === 'waiting') return { current: batch, call, input: record.input };
    onError(new ThreadkitError('config', `The tool call ${id} is not waiting for an answer (any more).`));
    return undefined;
  }

  async function approve(id: string, edited: unknown): Promise<void> {
    const found = waiting(id);
    if (!found) return;
    const { current, call } = found;
    const input = edited ?? found.input;
    const tool = findTool(call.function.name);
    if (!tool) return wait(current, id, input, 'unregistered');
    try {
      const args = await tool['~run'].validate(input);
      if (current !== batch || records.get(id)?.state !== 'waiting') return;
      if (tool['~run'].execute) await execute(current, id, tool, input, args, true);
      else wait(current, id, input, 'output');
    } catch (error) {
      onError(toThreadkitError(error, 'tool'));
    }
  }

  return {
    open(run) {
      const calls = pendingCalls(run);
      const key = `${run.id} ${pendingKey(run)}`;
      if (calls.length === 0) return;
      if (batch?.key === key) return submitWhenSettled(batch);
      if (batch?.run.id !== run.id) {
        records = new Map();
        journalled = new Set();
      }
      batch?.abort.abort();
      const opened: OpenBatch = {
        key,
        run,
        calls,
        abort: new AbortController(),
        inProgress: new Set(),
        isSubmitted: false,
        refusals: 0,
        submitAt: 0,
      };
      batch = opened;
      for (const call of calls) void begin(opened, call);
    },
    approve: (id, edited) => void approve(id, edited),
    reject(id, reason) {
      const found = waiting(id);
      if (!found) return;
      const why = reason ? `The user declined this call: ${reason}` : 'The user declined this call.';
      fail(found.current, id, found.input, why);
    },
    addOutput(id, output) {
      const found = waiting(id);
      if (!found) return;
      const tool = findTool(found.call.function.name);
      const text = tool ? tool['~run'].serialize(output) : toText(output);
      settle(found.current, id, found.input, { result: { ok: true, output }, text });
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
    submitRefused(run) {
      if (batch?.run !== run) return;
      batch.isSubmitted = false;
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
        const isOpen =
          record?.state === 'waiting' || record?.state === 'running' || record?.state === 'settled';
        if (isOpen) put(id, { state: 'closed', input: record.input, reason });
      }
    },
  };
}

function toText(output: unknown): string {
  return typeof output === 'string' ? output : JSON.stringify(output ?? null);
}

/**
 * The error for the model about a call of a tool that the run does not have. Undefined for a tool of the run that is not mounted
 * yet, and for backends that do not name a run's tools.
 */
function describeUnknownTool(name: string, { tools }: RunObject): string | undefined {
  const names = tools.flatMap((tool) => (tool.type === 'function' ? [tool.function.name] : []));
  if (names.length === 0 || names.includes(name)) return undefined;
  return `There is no tool named "${name}". The tools are: ${names.join(', ')}.`;
}

/** Models write `""` for no arguments. */
function parseArguments(text: string): { ok: true; value: unknown } | { ok: false; error: string } {
  if (text.trim() === '') return { ok: true, value: {} };
  const value = parseJson(text);
  if (value === undefined)
    return { ok: false, error: 'The arguments are not valid JSON. Call the tool again with valid JSON.' };
  return { ok: true, value: typeof value === 'string' ? unwrap(value) : value };
}

/** Some models encode the arguments twice. Arguments are an object, so a string that contains one is decoded again. */
function unwrap(text: string): unknown {
  const value = parseJson(text);
  return typeof value === 'object' && value !== null ? value : text;
}
