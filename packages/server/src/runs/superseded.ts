import type { MessageObject, RunStepObject } from '@threadkit/core/api';

/** Metadata key of a message of a broken-off turn: the id of the one that was told in its place after a crash. */
export const SUPERSEDED_BY = 'tk_superseded_by';

/**
 * Whether another message was told in this one's place. Metadata is the owner's to write, so a mark counts only where it
 * names another message of the same run that exists: what a person wrote is never hidden by one.
 */
export function isSuperseded(
  { id, run_id, metadata }: MessageObject,
  /** The run of a message of the same thread; undefined where there is no such message. */
  runOf: (messageId: string) => string | null | undefined,
): boolean {
  const by = metadata?.[SUPERSEDED_BY];
  return by !== undefined && by !== id && run_id !== null && runOf(by) === run_id;
}

/** For {@link isSuperseded}, by the messages at hand. */
export function runsOf(messages: readonly MessageObject[]): (messageId: string) => string | null | undefined {
  const runs = new Map(messages.map(({ id, run_id }) => [id, run_id]));
  return (id) => runs.get(id);
}

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
  const runOf = runsOf(messages);
  return messages.filter(
    (message) =>
      !isSuperseded(message, runOf) &&
      (message.incomplete_details?.reason === 'run_failed' || brokenOff.includes(message.id)),
  );
}

export function supersede(message: MessageObject, by: MessageObject): MessageObject {
  return { ...message, metadata: { ...message.metadata, [SUPERSEDED_BY]: by.id } };
}
