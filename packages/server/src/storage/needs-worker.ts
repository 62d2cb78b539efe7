import type { RunStatus } from '@threadkit/core/api';

/** Statuses in which a run needs a worker. `requires_action` is not one: it waits for the client. */
export const WORKING_STATUSES = [
  'queued',
  'in_progress',
  'cancelling',
] as const satisfies readonly RunStatus[];

const working: ReadonlySet<RunStatus> = new Set(WORKING_STATUSES);

export function needsWorker(status: RunStatus): boolean {
  return working.has(status);
}
