import type { MessageObject, RunObject, RunStatus, RunStepObject } from '../api/index.ts';

const TERMINAL: ReadonlySet<RunStatus> = new Set([
  'cancelled',
  'failed',
  'completed',
  'incomplete',
  'expired',
]);

/** The run has ended and its thread is free. */
export function isTerminal(status: RunStatus): boolean {
  return TERMINAL.has(status);
}

/** The run holds its thread's lock. Also true for a status this version does not know. */
export function isActive(run: RunObject | undefined): run is RunObject {
  return run !== undefined && !isTerminal(run.status);
}

/** The message will not change any more. An absent status, as the hosted service sent it, says nothing. */
export function isMessageClosed(message: MessageObject): boolean {
  return message.status === 'completed' || message.status === 'incomplete';
}

export function isStepClosed(step: RunStepObject): boolean {
  return step.status !== 'in_progress';
}
