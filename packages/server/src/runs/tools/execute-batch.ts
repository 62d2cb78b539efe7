import type { FunctionToolCall } from '@threadkit/core/api';
import { type AnyTool, createSemaphore } from '@threadkit/core/tools';
import type { ObservedRun } from '../../shared/instrumentation.ts';
import { untilAborted } from '../../shared/until-aborted.ts';
import type { ToolExecution } from '../../storage/storage.ts';
import type { BuiltInTool } from '../built-in/built-in-tool.ts';
import { decideServerCall } from './decide-server-call.ts';
import { type ExecuteServerToolOptions, executeServerTool } from './execute-server-tool.ts';
import { observeToolExecution } from './observe-tool-execution.ts';
import type { RunTools } from './run-tools.ts';
import type { BatchChange, OwnCall, ToolBatch } from './tool-batch.ts';

/** Calls of one model call that are executed at the same time. */
const MAX_PARALLEL_CALLS = 6;
const BATCH_ENDED = new Error('The run does not wait for this tool any more.');

export interface ExecuteBatchOptions extends ExecuteServerToolOptions {
  readonly tools: Pick<RunTools, 'ofServer' | 'builtIn'>;
  /** Stops the batch. Its reason is what the batch rejects with. */
  readonly signal: AbortSignal;
  /** Undefined when nothing observes the run. */
  readonly observed: ObservedRun | undefined;
  /** Stores a change. Never called while it is running. Rejects when the run is lost. */
  readonly store: (change: BatchChange) => Promise<void>;
  /** Called with a call of which nobody knows whether it was executed: its server ended meanwhile. */
  readonly onInterrupted: (call: FunctionToolCall) => void;
  /** Called with a call of a tool that failed, and why: a reason of {@link ServerToolResult}, or `invalid_arguments`. */
  readonly onFailed: (call: FunctionToolCall, reason: string) => void;
}

/**
 * Executes the server's calls of a batch, in parallel, and stores each output as soon as it is known. That a call was started is
 * stored before its tool is executed: a call that is found started is executed again only if its tool is `idempotent`. Calls
 * that need an approval are left. When the promise settles, nothing is being stored, and nothing will be.
 *
 * @throws The signal's reason as soon as it aborts, whether or not the tools observe it, or what `store` throws.
 */
export async function executeBatch(batch: ToolBatch, options: ExecuteBatchOptions): Promise<void> {
  const { signal, tools, store, onFault, onInterrupted, onFailed } = options;
  const builtIn: ReadonlyMap<string, BuiltInTool> = tools.builtIn;
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
      const start = { toolName: tool.name, toolCallId: call.id };
      const { text } = await observeToolExecution(options.observed, start, stop.signal, async () => {
        const result = await executeServerTool(call.id, tool, args, stop.signal, options);
        if (!isOver && result.reason !== null && !result.isAnswer) onFailed(call, result.reason);
        return result;
      });
      if (isOver) return;
      batch.setOutput(call.id, text);
      await save();
    });
  }

  async function executeBuiltIn({ call, execution }: OwnCall): Promise<void> {
    const tool = builtIn.get(call.type);
    await semaphore.take(async () => {
      if (isOver || !tool) return;
      const wasStarted = execution.state === 'started' && !tool.idempotent;
      if (wasStarted) {
        batch.setResult(call.id, tool.interrupted);
        return save();
      }
      if (!tool.idempotent) {
        batch.setExecution(call.id, { state: 'started' });
        await save();
        if (isOver) return;
      }
      const start = { toolName: call.type, toolCallId: call.id };
      const result = await observeToolExecution(options.observed, start, stop.signal, () =>
        tool.execute(call, stop.signal),
      );
      if (isOver) return;
      batch.setResult(call.id, result.piece);
      await save();
    });
  }

  async function executeAll(): Promise<void> {
    const decided = await Promise.all(
      batch.ownCalls.map(async ({ call, execution }) => {
        if (call.type !== 'function') return [];
        const { name } = call.function;
        const decision = await decideServerCall(call, execution, tools.ofServer.get(name), (error) =>
          onFault(error, name),
        );
        return [{ call, execution, decision }];
      }),
    ).then((lists) => lists.flat());
    const executions = batch.ownCalls.filter(({ call }) => call.type !== 'function').map(executeBuiltIn);
    for (const { call, execution, decision } of decided) {
      if (decision.action === 'execute') {
        executions.push(execute(call, execution, decision.tool, decision.args));
      } else if (decision.action === 'ask') {
        batch.setExecution(call.id, { state: 'asking' });
      } else {
        batch.setOutput(call.id, decision.text);
        if (decision.reason !== undefined) onFailed(call, decision.reason);
        else if (execution.state === 'started') onInterrupted(call);
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
