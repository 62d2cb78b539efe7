import type { RunError } from '@threadkit/core/api';

/** A turn that failed in a way the run's `last_error` may tell: the message is shown to users. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: RunError['code'];

  constructor(code: RunError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Thrown by an engine to play a death: the worker drops the run as a killed process would, nothing is tidied
 * up, and the next worker finds it half told. For tests and demonstrations of what follows.
 */
export class WorkerCrash extends Error {
  override readonly name = 'WorkerCrash';

  constructor() {
    super('The worker was made to die in the middle of a turn.');
  }
}
