import type { RunError } from '@threadkit/core/api';

/**
 * Who has to do something about a failed turn. `setup`: the operator, as the key, the model or the address is wrong ·
 * `provider`: nobody here, as the model's provider is down, unreachable or broke off.
 */
export type FailureKind = 'setup' | 'provider';

export interface EngineErrorOptions extends ErrorOptions {
  /** Kept in the failed run's metadata as `tk_failure`, where a page reads it. */
  readonly failure?: FailureKind | undefined;
  /** Written to the server's log: the cause, and what to do. Without keys, and without text of the conversation. */
  readonly forOperator?: string | undefined;
}

/** A turn that failed in a way that the run's `last_error` has words for: the message is shown to users. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: RunError['code'];
  readonly failure: FailureKind | undefined;
  readonly forOperator: string | undefined;

  constructor(
    code: RunError['code'],
    message: string,
    { failure, forOperator, ...options }: EngineErrorOptions = {},
  ) {
    super(message, options);
    this.code = code;
    this.failure = failure;
    this.forOperator = forOperator;
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
