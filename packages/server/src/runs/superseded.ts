import type { MessageObject, RunStepObject } from '@threadkit/core/api';

/** Metadata key of a message of a broken-off turn: the id of the one that was told in its place after a crash. */
export const SUPERSEDED_BY = 'tk_superseded_by';

/**
 * A run's messages that a crash left behind: half-told ones, and a whole one of a turn that was to go on with
 * tool calls (its step has no usage, which comes with the end of a turn). Steps oldest first.
 */
export function abandonedMessages(
  messages: readonly MessageObject[],
  steps: readonly RunStepObject[],
): MessageObject[] {
  const last = steps.findLast(({ status }) => status === 'completed');
  const details = last?.usage === null ? last.step_details : undefined;
  const brokenOff = details?.type === 'message_creation' ? details.message_creation.message_id : undefined;
  return messages.filter(
    ({ id, incomplete_details: cut, metadata }) =>
      metadata?.[SUPERSEDED_BY] === undefined && (cut?.reason === 'run_failed' || id === brokenOff),
  );
}

export function supersede(message: MessageObject, by: MessageObject): MessageObject {
  return { ...message, metadata: { ...message.metadata, [SUPERSEDED_BY]: by.id } };
}
