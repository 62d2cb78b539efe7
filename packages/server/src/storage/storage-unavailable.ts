export interface StorageUnavailableOptions extends ErrorOptions {
  /** Seconds after which it is worth asking again. Left out where it takes a person to mend it. */
  readonly retryAfterS?: number | undefined;
}

/**
 * Thrown by a storage that cannot be read or written at the moment. Its message is for the operator: what is wrong and
 * what to do, without any stored text. Callers get a 503 that says less.
 */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
  readonly retryAfterS: number | undefined;

  constructor(message: string, { retryAfterS, ...options }: StorageUnavailableOptions = {}) {
    super(message, options);
    this.retryAfterS = retryAfterS;
  }
}
