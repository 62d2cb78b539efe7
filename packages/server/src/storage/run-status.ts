import type { RunStatus } from '@threadkit/core/api';

/** While a run is in one of these its thread is locked. */
export const ACTIVE_STATUSES = [
  'queued',
  'in_progress',
  'requires_action',
  'cancelling',
] as const satisfies readonly RunStatus[];

/** In these a run needs a worker. `requires_action` does not: it waits without holding anything. */
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
