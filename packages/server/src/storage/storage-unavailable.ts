export interface StorageUnavailableOptions extends ErrorOptions {
  /** Seconds after which a retry may succeed. Absent when the operator has to fix the cause. */
  readonly retryAfterS?: number | undefined;
}

/**
 * Thrown by a storage that cannot be read or written at the moment. The message tells the operator what is wrong and
 * what to do, without any stored text. Callers get a 503 with less detail.
 */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
  readonly retryAfterS: number | undefined;

  constructor(message: string, { retryAfterS, ...options }: StorageUnavailableOptions = {}) {
    super(message, options);
    this.retryAfterS = retryAfterS;
  }
}
