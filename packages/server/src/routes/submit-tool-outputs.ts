import type {
  RequiredFunctionToolCall,
  RunStepObject,
  RunToolOutput,
  StreamEvent,
} from '@threadkit/core/api';
import { badRequest, type HttpError } from '../http/http-error.ts';
import { endStep } from '../runs/new-step.ts';
import { readOpenStep } from '../runs/open-work.ts';
import { transitionRun } from '../runs/run-transitions.ts';
import { readDecision } from '../runs/tools/read-decision.ts';
import { ToolBatch } from '../runs/tools/tool-batch.ts';
import { submitToolOutputsBody } from '../schemas/run-body.ts';
import type { RunCommit, RunRecord } from '../storage/storage.ts';
import { checkEditedArguments } from './check-edited-arguments.ts';
import { requireRun } from './guards.ts';
import type { Call, Handler } from './handler.ts';
import { respondWithRun } from './respond-with-run.ts';
import { toIdempotencyRecord } from './with-idempotency.ts';

/** Requires the output of every pending call, stores them and queues the run again. */
export const submitToolOutputs: Handler = async (call) => {
  const { server, owner, ids } = call;
  const body = submitToolOutputsBody(call.body, '');
  for (;;) {
    const record = await readCurrent(call);
    const { run, seq } = record;
    const pending = run.required_action?.submit_tool_outputs.tool_calls;
    if (run.status !== 'requires_action' || !pending) {
      throw badRequest(`Runs in status "${run.status}" do not accept tool outputs.`);
    }
    checkOutputs(
      pending.map(({ id }) => id),
      body.tool_outputs,
    );
    const scope = { owner, threadId: ids.thread_id, runId: run.id };
    const step = await readOpenStep(server.storage, scope);
    if (!step) throw new Error(`Run ${run.id} waits for outputs without an open step.`);
    const stored = await storedOutputs(call, record, { step, pending, outputs: body.tool_outputs });
    const at = server.at();
    const queued = transitionRun(run, { to: 'queued' }, at);
    const outcome = await server.storage.commitTransition(
      { owner, threadId: ids.thread_id },
      run.id,
      // `seq` prevents a late duplicate from completing the step of the next tool batch.
      { status: 'requires_action', seq },
      {
        ...stored,
        at,
        run: queued,
        ...toIdempotencyRecord(call, queued, seq),
        events: [...stored.events, { event: 'thread.run.queued', data: queued }],
      },
    );
    if (outcome !== 'committed') continue;
    server.worker.wake();
    return respondWithRun(call, queued, { stream: body.stream === true, after: seq });
  }
};

interface Submitted {
  /** The step that waits. */
  readonly step: RunStepObject;
  readonly pending: readonly RequiredFunctionToolCall[];
  readonly outputs: readonly RunToolOutput[];
}

/**
 * What is stored of the outputs. With decisions about the server's calls, the step stays open and the worker executes these
 * calls; what a client sends for them never becomes their output. Otherwise the step is completed.
 */
async function storedOutputs(
  call: Call,
  { run, pendingUsage }: RunRecord,
  { step, pending, outputs }: Submitted,
): Promise<Pick<RunCommit, 'steps' | 'privates' | 'pendingUsage'> & { readonly events: StreamEvent[] }> {
  const { server, owner } = call;
  const asked = new Map(pending.flatMap((one) => (one.executed_by === 'server' ? [[one.id, one]] : [])));
  const scope = { owner, threadId: run.thread_id, runId: run.id };
  const [stepPrivate] = asked.size === 0 ? [] : await server.storage.listStepPrivates(scope, [step.id]);
  const batch = new ToolBatch(step, stepPrivate);
  for (const [index, { tool_call_id: id, output }] of outputs.entries()) {
    const ask = asked.get(id);
    if (!ask) {
      batch.setOutput(id, output);
      continue;
    }
    const decision = readDecision(output);
    if (decision.state === 'approved') {
      const param = `tool_outputs[${index}]`;
      await checkEditedArguments(server.serverTools, ask, decision.arguments, param);
    }
    batch.setExecution(id, decision);
  }
  if (asked.size > 0) {
    const { events, privates } = batch.take();
    return { events: [...events], privates };
  }
  const completed = endStep(batch.step, { to: 'completed' }, server.at(), pendingUsage);
  return {
    steps: [completed],
    pendingUsage: null,
    events: [{ event: 'thread.run.step.completed', data: completed }],
  };
}

/** Expires an overdue run first, so that the response does not depend on the time of the next sweep. */
async function readCurrent(call: Call) {
  const record = await requireRun(call);
  const { expires_at: deadline } = record.run;
  if (deadline === null || deadline > call.server.at()) return record;
  await call.server.worker.sweep();
  return requireRun(call);
}

function checkOutputs(expected: readonly string[], outputs: readonly RunToolOutput[]): void {
  const got = outputs.map(({ tool_call_id: id }) => id);
  const complete = expected.length === got.length && expected.every((id) => got.includes(id));
  if (!complete) throw mismatch(expected, got);
}

function mismatch(expected: readonly string[], got: readonly string[]): HttpError {
  const list = (ids: readonly string[]) => `[${ids.map((id) => `'${id}'`).join(', ')}]`;
  return badRequest(`Expected tool outputs for call_ids ${list(expected)}, got ${list(got)}`);
}
