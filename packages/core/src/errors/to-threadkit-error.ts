import { type ErrorKind, isThreadkitError, ThreadkitError } from './threadkit-error.ts';

/** Turns a thrown value into a `ThreadkitError`: one stays as it is, others become the `cause` of an error of `kind`. */
export function toThreadkitError(error: unknown, kind: ErrorKind): ThreadkitError {
  if (isThreadkitError(error)) return error;
  const message = error instanceof Error && error.message ? error.message : String(error);
  return new ThreadkitError(kind, message, { cause: error });
}

/**
 * Whether an error is an `AbortError`: its caller aborted the request without another reason, which is not a failure.
 */
export function isAbortError(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
