import type { RunError, RunObject } from '@threadkit/core/api';
import { EngineError, type FailureKind } from '../engines/engine-error.ts';
import { describeRateLimit } from '../shared/describe-rate-limit.ts';
import { type LogEntry, quoteForLog } from '../shared/log.ts';
import { EngineInterfaceError } from './engine-interface-error.ts';
import type { RunContext } from './run-context.ts';

const GENERAL_ERROR: RunError = {
  code: 'server_error',
  message: 'The server had an error while it worked on this run.',
};

export interface RunFailure {
  readonly error: RunError;
  readonly failure?: FailureKind | undefined;
}

/** Tells the operator that calls of a model are repeated; the same for all runs, so that the log contains it once. */
export function reportRetry(error: EngineError, model: string, { log, maxRetries }: RunContext): void {
  const isLimit = error.code === 'rate_limit_exceeded';
  log.write({
    level: 'warn',
    event: 'model_call_retried',
    model,
    message: `The provider of the model ${quoteForLog(model)} ${isLimit ? 'limits requests' : 'had an error or could not be reached'}. Refused model calls are repeated up to ${maxRetries} times before their runs fail (maxRetries of createServer).${isLimit ? ' If users often wait, raise the rate limit of your account there.' : ''}`,
  });
}

/**
 * Converts the error that ended a run into what its users may see, and tells the operator the rest:
 *
 * | | Users | Operator |
 * | --- | --- | --- |
 * | `EngineError` | its code and message, which are written for them | `forOperator` in the log; also a rate limit and a fault without it |
 * | `EngineInterfaceError` | a general message | in the log: what the engine did |
 * | any other | a general message | `onError`, as it was thrown |
 *
 * `engine` is the name of the engine that was called; undefined when none was.
 */
export function toRunFailure(
  error: unknown,
  run: RunObject,
  engine: string | undefined,
  { log, onError }: Pick<RunContext, 'log' | 'onError'>,
): RunFailure {
  const reason = describeForOperator(error);
  if (reason !== undefined) log.write(failureEntry(error, reason, run, engine));
  if (error instanceof EngineError) {
    return { error: { code: error.code, message: error.message }, failure: error.failure };
  }
  if (!(error instanceof EngineInterfaceError)) onError(error, `run ${run.id}`);
  return { error: GENERAL_ERROR };
}

function failureEntry(error: unknown, reason: string, run: RunObject, engine: string | undefined): LogEntry {
  const afterMs = error instanceof EngineError ? error.retry?.afterMs : undefined;
  const by = engine === undefined ? '' : ` and the engine ${quoteForLog(engine)}`;
  return {
    // A rate limit passes without the operator, and a refused prompt is one request.
    level: isRateLimit(error) || isRefusedPrompt(error) ? 'warn' : 'error',
    event: 'model_failed',
    model: run.model,
    runId: run.id,
    engine: engine ?? null,
    ...(afterMs !== undefined && { retryAfterMs: afterMs }),
    message: `Run ${run.id} with the model ${quoteForLog(run.model)}${by} failed. ${reason}`,
  };
}

/** The cause and a remedy; undefined when there is none for the operator, or when it is unexpected. */
function describeForOperator(error: unknown): string | undefined {
  if (error instanceof EngineInterfaceError) {
    return `The engine broke the rules of its interface: ${error.message} Correct the engine; engineContract of @threadkit/server/testing tests these rules.`;
  }
  if (!(error instanceof EngineError)) return undefined;
  if (error.forOperator !== undefined) return error.forOperator;
  switch (error.code) {
    case 'rate_limit_exceeded':
      return describeRateLimit(error.retry?.afterMs);
    case 'server_error':
      return 'The engine gave users a reason, and none for this log. Set forOperator of its EngineError.';
    // The text of the user is the cause, unless the engine knows a remedy.
    case 'invalid_prompt':
      return undefined;
  }
}

function isRateLimit(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'rate_limit_exceeded' && error.failure !== 'quota';
}

function isRefusedPrompt(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'invalid_prompt';
}
