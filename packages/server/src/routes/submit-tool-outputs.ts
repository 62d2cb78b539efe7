import type { RunStepObject, RunToolOutput, StepToolCall } from '@threadkit/core/api';
import { badRequest, type HttpError } from '../http/http-error.ts';
import { endStep } from '../runs/new-step.ts';
import { readOpenWork } from '../runs/open-work.ts';
import { transitionRun } from '../runs/run-transitions.ts';
import { submitToolOutputsBody } from '../schemas/run-body.ts';
import { requireRun } from './guards.ts';
import type { Call, Handler } from './handler.ts';
import { respondWithRun } from './respond-with-run.ts';
import { toIdempotencyRecord } from './with-idempotency.ts';

/** Requires the output of every pending call, completes the waiting step and queues the run again. */
export const submitToolOutputs: Handler = async (call) => {
  const { server, owner, ids } = call;
  const body = submitToolOutputsBody(call.body, '');
  for (;;) {
    const { run, seq, pendingUsage } = await readCurrent(call);
    const pending = run.required_action?.submit_tool_outputs.tool_calls;
    if (run.status !== 'requires_action' || !pending) {
      throw badRequest(`Runs in status "${run.status}" do not accept tool outputs.`);
    }
    checkOutputs(
      pending.map(({ id }) => id),
      body.tool_outputs,
    );
    const scope = { owner, threadId: ids.thread_id, runId: run.id };
    const { step } = await readOpenWork(server.storage, scope);
    if (!step) throw new Error(`Run ${run.id} waits for outputs without an open step.`);
    const at = server.at();
    const completed = endStep(withOutputs(step, body.tool_outputs), { to: 'completed' }, at, pendingUsage);
    const queued = transitionRun(run, { to: 'queued' }, at);
    const outcome = await server.storage.commitTransition(
      { owner, threadId: ids.thread_id },
      run.id,
      // `seq` prevents a late duplicate from completing the step of the next tool round.
      { status: 'requires_action', seq },
      {
        at,
        run: queued,
        steps: [completed],
        pendingUsage: null,
        ...toIdempotencyRecord(call, queued, seq),
        events: [
          { event: 'thread.run.step.completed', data: completed },
          { event: 'thread.run.queued', data: queued },
        ],
      },
    );
    if (outcome !== 'committed') continue;
    server.worker.wake();
    return respondWithRun(call, queued, { stream: body.stream === true, after: seq });
  }
};

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

function withOutputs(step: RunStepObject, outputs: readonly RunToolOutput[]): RunStepObject {
  if (step.step_details.type !== 'tool_calls') return step;
  const byId = new Map(outputs.map(({ tool_call_id: id, output }) => [id, output]));
  const calls = step.step_details.tool_calls.map(
    (toolCall): StepToolCall =>
      toolCall.type === 'function'
        ? { ...toolCall, function: { ...toolCall.function, output: byId.get(toolCall.id) ?? null } }
        : toolCall,
  );
  return { ...step, step_details: { type: 'tool_calls', tool_calls: calls } };
}
