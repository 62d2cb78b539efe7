import type { MessageObject, RunStepObject } from '@threadkit/core/api';

/** Metadata key of a message of a broken-off turn: the id of the one that was told in its place after a crash. */
export const SUPERSEDED_BY = 'tk_superseded_by';

/**
 * A run's messages that a crash left behind: half-told ones, and whole ones of a turn that was to go on with
 * tools (their steps have no usage, which comes with the end of a turn). Steps oldest first.
 */
export function abandonedMessages(
  messages: readonly MessageObject[],
  steps: readonly RunStepObject[],
): MessageObject[] {
  const turnEnd = steps.findLastIndex(({ status, usage }) => status === 'completed' && usage !== null);
  const brokenOff = steps.slice(turnEnd + 1).flatMap(({ status, step_details: details }) => {
    const whole = status === 'completed' && details.type === 'message_creation';
    return whole ? [details.message_creation.message_id] : [];
  });
  return messages.filter(
    ({ id, incomplete_details: cut, metadata }) =>
      metadata?.[SUPERSEDED_BY] === undefined && (cut?.reason === 'run_failed' || brokenOff.includes(id)),
  );
}

export function supersede(message: MessageObject, by: MessageObject): MessageObject {
  return { ...message, metadata: { ...message.metadata, [SUPERSEDED_BY]: by.id } };
}
