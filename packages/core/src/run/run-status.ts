import type { MessageObject, RunStepObject } from '../api/index.ts';

export { isActive, isTerminal } from '../api/run-status.ts';

/** The message will not change any more. An absent status, as the hosted service sent it, says nothing. */
export function isMessageClosed(message: MessageObject): boolean {
  return message.status === 'completed' || message.status === 'incomplete';
}

export function isStepClosed(step: RunStepObject): boolean {
  return step.status !== 'in_progress';
}
