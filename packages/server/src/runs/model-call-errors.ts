import { EngineError } from '../engines/engine-error.ts';

/** The error of a run whose model has no engine any more. */
export function modelNotServed(model: string): EngineError {
  return new EngineError('server_error', `The model '${model}' is not served any more.`, {
    failure: 'setup',
    forOperator: "No engine serves this model any more. Return one for it from createServer's engine.",
  });
}

/** The error of a run whose model only calls tools. */
export function tooManyModelCalls(max: number): EngineError {
  return new EngineError(
    'server_error',
    `The run was stopped after ${max} model calls, all of which called tools.`,
    {
      forOperator: `Its model called tools ${max} times. To allow more, raise limits.modelCallsPerRun of createServer.`,
    },
  );
}
