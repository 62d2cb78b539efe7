/**
 * Keys that Threadkit writes into the metadata of stored objects, which the contract leaves free. Anyone who may modify an
 * object can write them too.
 */

/** Of a message that a crash interrupted: the id of the message of the same run that replaced it. Written by the server. */
export const SUPERSEDED_BY_KEY = 'tk_superseded_by';

/**
 * Of a failed run: `setup`, `provider` or `quota`, the cause of a `server_error` or `rate_limit_exceeded`. Written by the
 * server.
 */
export const FAILURE_KEY = 'tk_failure';

/**
 * Of a run whose messages were deleted, because another run replaced it: no timeline shows it. Written by `regenerate` and
 * `editAndResend`.
 */
export const REPLACED_KEY = 'tk_replaced';

/** Of a thread that was copied: the id of the original thread. Written by `history: 'branch'`. */
export const BRANCHED_FROM_KEY = 'tk_branched_from';
