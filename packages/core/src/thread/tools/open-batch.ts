import type { RequiredFunctionToolCall, RunObject, RunToolOutput } from '../../api/index.ts';
import type { ThreadkitError } from '../../errors/threadkit-error.ts';
import { pendingCalls, pendingKey } from '../../run/pending-calls.ts';
import type { CallRecord } from '../state/call-record.ts';

/** The calls of one `requires_action`. */
export interface OpenBatch {
  /** Equal for the same calls of the same run. */
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

/** Returns `undefined` when no call of the run is pending. */
export function newBatch(run: RunObject): OpenBatch | undefined {
  const calls = pendingCalls(run);
  if (calls.length === 0) return undefined;
  return {
    key: `${run.id} ${pendingKey(run)}`,
    run,
    calls,
    abort: new AbortController(),
    inProgress: new Set(),
    isSubmitted: false,
    refusals: 0,
    submitAt: 0,
  };
}

/** The outputs of all calls, in their order. Returns `undefined` while one has no output. */
export function collectOutputs(
  calls: readonly RequiredFunctionToolCall[],
  records: ReadonlyMap<string, CallRecord>,
): readonly RunToolOutput[] | undefined {
  const outputs: RunToolOutput[] = [];
  for (const { id } of calls) {
    const record = records.get(id);
    if (record?.state !== 'settled' && record?.state !== 'submitted') return undefined;
    outputs.push({ tool_call_id: id, output: record.text });
  }
  return outputs;
}

/** The call of the server whose edited arguments it refused. `param` names its output. */
export function findRefused(
  calls: readonly RequiredFunctionToolCall[],
  { body }: ThreadkitError,
): RequiredFunctionToolCall | undefined {
  if (body?.code !== 'invalid_arguments') return undefined;
  return calls.find(
    (call, index) => call.executed_by === 'server' && body.param === `tool_outputs[${index}]`,
  );
}
