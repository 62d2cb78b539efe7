/** Options of `StorageUnavailableError`. */
export interface StorageUnavailableOptions extends ErrorOptions {
  /** Milliseconds after which a retry may succeed. Absent when the operator has to fix the cause. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * Thrown by a storage that cannot be read or written at the moment. The message tells the operator what is wrong and
 * what to do, without any stored text. Callers get a 503 with less detail.
 */
export class StorageUnavailableError extends Error {
  override readonly name = 'StorageUnavailableError';
  /** Milliseconds after which a retry may succeed, or `undefined` when the operator has to fix the cause. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, { retryAfterMs, ...options }: StorageUnavailableOptions = {}) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}
