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
