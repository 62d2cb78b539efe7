/**
 * Metadata key of a run whose messages were deleted and is replaced by another run. Stored on the server, so that every client
 * leaves the run out of the timeline.
 */
export const REPLACED = 'tk_replaced';
