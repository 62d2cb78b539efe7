import { type FunctionToolCall, MAX_RUN_LIFETIME_S, type RunObject } from '@threadkit/core/api';
import {
  type AnyTool,
  createSemaphore,
  executeTool,
  parseToolOutput,
  readFailure,
  ThreadkitError,
  type ToolPrincipal,
  writeError,
} from '@threadkit/core/tools';
import type { SetTimer } from '../../shared/timers.ts';
import { untilAborted } from '../../shared/until-aborted.ts';
import type { ToolExecution } from '../../storage/storage.ts';
import { decideServerCall, errorForModel } from './decide-server-call.ts';
import type { BatchChange, ToolBatch } from './tool-batch.ts';

/** Calls of one model call that are executed at the same time. */
const MAX_PARALLEL_CALLS = 6;
const DEFAULT_TIMEOUT_MS = 60_000;
const BATCH_ENDED = new Error('The run does not wait for this tool any more.');

export interface ExecuteBatchOptions {
  readonly run: RunObject;
  readonly principal: ToolPrincipal;
  readonly tools: ReadonlyMap<string, AnyTool>;
  readonly maxOutputChars: number;
  /** Stops the batch. Its reason is what the batch rejects with. */
  readonly signal: AbortSignal;
  readonly setTimer: SetTimer;
  /** Stores a change. Never called while it is running. Rejects when the run is lost. */
  readonly store: (change: BatchChange) => Promise<void>;
  /** Called with a call of which nobody knows whether it was executed: its server ended meanwhile. */
  readonly onInterrupted: (call: FunctionToolCall) => void;
  /** Called with exceptions of tools, which the model does not read. */
  readonly onFault: (error: unknown, toolName: string) => void;
}

/**
 * Executes the server's calls of a batch, in parallel, and stores each output as soon as it is known. That a call was started is
 * stored before its tool is executed: a call that is found started is executed again only if its tool is `idempotent`. Calls
 * that need an approval are left. When the promise settles, nothing is being stored, and nothing will be.
 *
 * @throws The signal's reason as soon as it aborts, whether or not the tools observe it, or what `store` throws.
 */
export async function executeBatch(batch: ToolBatch, options: ExecuteBatchOptions): Promise<void> {
  const { signal, tools, store, onFault, onInterrupted } = options;
  const stop = new AbortController();
  const semaphore = createSemaphore(MAX_PARALLEL_CALLS);
  let isOver = false;
  let storing: Promise<void> = Promise.resolve();
  let queued: Promise<void> | undefined;

  /** Resolves when the batch as of now is stored. Changes that come while another is stored go in one commit. */
  function save(): Promise<void> {
    queued ??= storing.then(() => {
      queued = undefined;
      if (isOver) return undefined;
      storing = store(batch.take());
      return storing;
    });
    return queued;
  }

  async function execute(call: FunctionToolCall, before: ToolExecution, tool: AnyTool, args: unknown) {
    await semaphore.take(async () => {
      if (isOver) return;
      const edited = 'arguments' in before ? before.arguments : undefined;
      batch.setExecution(call.id, {
        state: 'started',
        ...(edited !== undefined && { arguments: edited }),
      });
      await save();
      if (isOver) return;
      const output = await outputOf(call, tool, args, stop.signal, options);
      if (isOver) return;
      batch.setOutput(call.id, output);
      await save();
    });
  }

  async function executeAll(): Promise<void> {
    const decided = await Promise.all(
      batch.ownCalls.map(async ({ call, execution }) => {
        const { name } = call.function;
        const decision = await decideServerCall(call, execution, tools.get(name), (error) =>
          onFault(error, name),
        );
        return { call, execution, decision };
      }),
    );
    const executions: Promise<void>[] = [];
    for (const { call, execution, decision } of decided) {
      if (decision.action === 'execute') {
        executions.push(execute(call, execution, decision.tool, decision.args));
      } else if (decision.action === 'ask') {
        batch.setExecution(call.id, { state: 'asking' });
      } else {
        batch.setOutput(call.id, decision.text);
        if (execution.state === 'started') onInterrupted(call);
      }
    }
    await Promise.all([...executions, save()]);
  }

  try {
    await untilAborted(executeAll(), signal);
  } finally {
    isOver = true;
    stop.abort(signal.aborted ? signal.reason : BATCH_ENDED);
    // Its error is that of the batch already.
    await storing.catch(() => {});
  }
}

/** Executes the tool once. Never rejects. */
async function outputOf(
  { id }: FunctionToolCall,
  tool: AnyTool,
  args: unknown,
  signal: AbortSignal,
  { run, principal, setTimer, maxOutputChars, onFault }: ExecuteBatchOptions,
): Promise<string> {
  const { execute, serialize } = tool['~run'];
  const forModel = (error: unknown) =>
    new ThreadkitError(
      'tool',
      errorForModel(error, (fault) => {
        // A tool that observes the signal rejects with its reason: that is no fault.
        if (!signal.aborted || fault !== signal.reason) onFault(fault, tool.name);
      }),
    );
  const guarded: AnyTool = {
    ...tool,
    timeoutMs: tool.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    '~run': {
      ...tool['~run'],
      execute: async (given, context) => {
        try {
          return await execute?.(given, context);
        } catch (error) {
          throw forModel(error);
        }
      },
      serialize: (output) => {
        try {
          return serialize(output);
        } catch (error) {
          throw forModel(error);
        }
      },
    },
  };
  const { text } = await executeTool({ setTimer }, guarded, args, signal, {
    toolCallId: id,
    runId: run.id,
    threadId: run.thread_id,
    expiresAt: (run.expires_at ?? run.created_at + MAX_RUN_LIFETIME_S) * 1000,
    principal,
  });
  if (text.length <= maxOutputChars) return withoutForgery(text);
  return writeError(`The output has ${text.length} characters, and ${maxOutputChars} are allowed.`);
}

/** A tool that was executed must not claim that the user declined it: clients show the texts of the server as its own. */
function withoutForgery(text: string): string {
  const result = parseToolOutput(text);
  return !result.ok && readFailure(result.error) ? writeError(`The tool reported: ${result.error}`) : text;
}
