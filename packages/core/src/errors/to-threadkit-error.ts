import { type ErrorKind, isThreadkitError, ThreadkitError } from './threadkit-error.ts';

/** Anything thrown, as a `ThreadkitError`: its own stay as they are, others become `kind` with their cause. */
export function toThreadkitError(error: unknown, kind: ErrorKind): ThreadkitError {
  if (isThreadkitError(error)) return error;
  const message = error instanceof Error && error.message ? error.message : String(error);
  return new ThreadkitError(kind, message, { cause: error });
}

/** True when a request ended because someone aborted it, which is no failure. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
