import type { RunObject, RunStatus } from './run.ts';

/** Statuses in which a run locks its thread. */
export const ACTIVE_STATUSES = [
  'queued',
  'in_progress',
  'requires_action',
  'cancelling',
] as const satisfies readonly RunStatus[];

/** Statuses of an ended run. */
export const TERMINAL_STATUSES = [
  'cancelled',
  'failed',
  'completed',
  'incomplete',
  'expired',
] as const satisfies readonly RunStatus[];

const RUN_EVENT = 'thread.run.';
const terminal: ReadonlySet<string> = new Set(TERMINAL_STATUSES);

/**
 * Whether a run has ended and its thread is unlocked. False without a run, and for a status that this version does not know.
 * Only `status` is read.
 */
export function isTerminal(run: Pick<RunObject, 'status'> | undefined): boolean {
  return run !== undefined && terminal.has(run.status);
}

/** Whether a run locks its thread. False without a run. Also true for a status that this version does not know. */
export function isActive(run: RunObject | undefined): run is RunObject {
  return run !== undefined && !isTerminal(run);
}

/** Whether an event of this name is a run's last. */
export function isTerminalEvent(name: string): boolean {
  return name.startsWith(RUN_EVENT) && terminal.has(name.slice(RUN_EVENT.length));
}
