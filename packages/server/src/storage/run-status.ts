import type { RunStatus } from '@threadkit/core/api';

/** Statuses in which a run locks its thread. */
export const ACTIVE_STATUSES = [
  'queued',
  'in_progress',
  'requires_action',
  'cancelling',
] as const satisfies readonly RunStatus[];

/** Statuses in which a run needs a worker. `requires_action` is not one: it waits for the client. */
export const WORKING_STATUSES = [
  'queued',
  'in_progress',
  'cancelling',
] as const satisfies readonly RunStatus[];

const active: ReadonlySet<RunStatus> = new Set(ACTIVE_STATUSES);
const working: ReadonlySet<RunStatus> = new Set(WORKING_STATUSES);

export function isActive(status: RunStatus): boolean {
  return active.has(status);
}

export function isTerminal(status: RunStatus): boolean {
  return !active.has(status);
}

export function needsWorker(status: RunStatus): boolean {
  return working.has(status);
}
