import { ACTIVE_STATUSES, TERMINAL_STATUSES } from './run-status.ts';

/** All statuses, in the order a run can have them. A file that no page loads: a client needs only the two lists. */
export const RUN_STATUSES = [...ACTIVE_STATUSES, ...TERMINAL_STATUSES] as const;
