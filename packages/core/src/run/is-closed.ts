import type { MessageObject, RunStepObject } from '../api/index.ts';

/** Whether the message is complete. A missing status, as the hosted service sent it, counts as open. */
export function isMessageClosed(message: MessageObject): boolean {
  return message.status === 'completed' || message.status === 'incomplete';
}

export function isStepClosed(step: RunStepObject): boolean {
  return step.status !== 'in_progress';
}
