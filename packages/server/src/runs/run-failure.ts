import type { RunError, RunObject } from '@threadkit/core/api';
import { EngineError, type FailureKind } from '../engines/engine-error.ts';
import { quoteForLog } from '../shared/log.ts';
import type { RunContext } from './run-context.ts';

const UNKNOWN_FAULT = 'The server had an error while it worked on this run.';

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

/** Converts an error of a model call into the run's error. Details for the operator are logged instead. */
export function toRunFailure(error: unknown, run: RunObject, { log, onError }: RunContext): RunFailure {
  if (!(error instanceof EngineError)) {
    onError(error, `run ${run.id}`);
    return { error: { code: 'server_error', message: UNKNOWN_FAULT } };
  }
  if (error.forOperator !== undefined) {
    log.write({
      level: 'error',
      event: 'model_failed',
      model: run.model,
      runId: run.id,
      message: `Run ${run.id} with the model ${quoteForLog(run.model)} failed. ${error.forOperator}`,
    });
  }
  return { error: { code: error.code, message: error.message }, failure: error.failure };
}
