import { ACTIVE_STATUSES } from '@threadkit/core/api';
import { WORKING_STATUSES } from './needs-worker.ts';

const statusIn = (statuses: readonly string[]) =>
  `status IN (${statuses.map((status) => `'${status}'`).join(', ')})`;

/** The condition of runs that are active, and of the indexes on them. */
export const IS_ACTIVE: string = statusIn(ACTIVE_STATUSES);
/** The condition of runs that need a worker. Includes that of the indexes, so that a claim does not scan all runs. */
export const NEEDS_WORKER: string = `${IS_ACTIVE} AND ${statusIn(WORKING_STATUSES)}`;
