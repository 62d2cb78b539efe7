import type { RunError } from '@threadkit/core/api';

/**
 * Who can fix a failed run. `setup`: the operator, since the key, model or address is wrong · `provider`: the model's
 * provider, which is down, unreachable or interrupted its response · `quota`: the operator, since the quota of the account at
 * the provider is used up.
 */
export type FailureKind = 'setup' | 'provider' | 'quota';

/** A model call that the provider refused before it generated anything, for a reason that passes. */
export interface RetryInfo {
  /** Milliseconds after which the provider accepts the call again. @defaultValue the server decides */
  readonly afterMs?: number | undefined;
}

/** Optional details of an {@link EngineError}; `cause` as for any error. */
export interface EngineErrorOptions extends ErrorOptions {
  /** Stored in the failed run's metadata as `tk_failure`, for clients. @defaultValue not stored */
  readonly failure?: FailureKind | undefined;
  /**
   * The cause and a remedy, for the server's log (`model_failed`). Must not contain keys or text of the conversation.
   *
   * @defaultValue only that a rate limit or fault has ended the run
   */
  readonly forOperator?: string | undefined;
  /**
   * Set it only when the provider generated nothing, and refused for a reason that passes: a rate limit, an overload, a refused
   * connection. The server then repeats the model call, as `maxRetries` of `createServer` allows.
   *
   * @defaultValue the model call is not repeated
   */
  readonly retry?: RetryInfo | undefined;
}

/** A failed model call. Code and message become the run's `last_error`; the message is shown to users. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  /** Code of the run's `last_error`. */
  readonly code: RunError['code'];
  /** Who can fix the run. `undefined` when it is not known. */
  readonly failure: FailureKind | undefined;
  /** The cause and a remedy, for the server's log only. */
  readonly forOperator: string | undefined;
  /** The model call may be repeated. `undefined` when it must not be. */
  readonly retry: RetryInfo | undefined;

  constructor(
    code: RunError['code'],
    message: string,
    { failure, forOperator, retry, ...options }: EngineErrorOptions = {},
  ) {
    super(message, options);
    this.code = code;
    this.failure = failure;
    this.forOperator = forOperator;
    this.retry = retry;
  }
}

/**
 * Thrown by an engine to simulate a crash: the worker abandons the run without any cleanup, and the next worker recovers
 * it. For tests and demonstrations.
 */
export class SimulatedCrashError extends Error {
  override readonly name = 'SimulatedCrashError';

  constructor() {
    super('The engine simulated a crash of its worker.');
  }
}
