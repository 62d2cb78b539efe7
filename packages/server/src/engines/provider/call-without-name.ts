import { EngineError } from '../engine-error.ts';

/** The error of a function call that never received its name, so that nobody can execute it. */
export function callWithoutName(): EngineError {
  return new EngineError('server_error', 'The model provider sent a tool call without a name. Try again.', {
    failure: 'provider',
  });
}
