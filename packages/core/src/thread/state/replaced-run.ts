/**
 * On a run's metadata: its answer was taken back, and another run stands in its place. Written to the server, so
 * that every client leaves it out of the timeline.
 */
export const REPLACED = 'tk_replaced';
