import { type MessageObject, type RunStepObject, SUPERSEDED_BY_KEY } from '@threadkit/core/api';

/**
 * Whether another message replaced this one. Owners can write metadata, so the mark counts only if it names another
 * existing message of the same run: it can never hide a user's message.
 */
export function isSuperseded(
  { id, run_id, metadata }: MessageObject,
  /** The run of a message of the same thread; undefined where there is no such message. */
  runOf: (messageId: string) => string | null | undefined,
): boolean {
  const by = metadata?.[SUPERSEDED_BY_KEY];
  return by !== undefined && by !== id && run_id !== null && runOf(by) === run_id;
}

/** The lookup for {@link isSuperseded}, from loaded messages. */
export function runsOf(messages: readonly MessageObject[]): (messageId: string) => string | null | undefined {
  const runs = new Map(messages.map(({ id, run_id }) => [id, run_id]));
  return (id) => runs.get(id);
}

/**
 * The messages of a run that a crash left behind: incomplete ones, and completed ones of a model call that had not
 * finished (its steps have no usage yet). Steps are ordered oldest first.
 */
export function abandonedMessages(
  messages: readonly MessageObject[],
  steps: readonly RunStepObject[],
): MessageObject[] {
  const modelCallEnd = steps.findLastIndex(({ status, usage }) => status === 'completed' && usage !== null);
  const unfinished = steps.slice(modelCallEnd + 1).flatMap(({ status, step_details: details }) => {
    const whole = status === 'completed' && details.type === 'message_creation';
    return whole ? [details.message_creation.message_id] : [];
  });
  const runOf = runsOf(messages);
  return messages.filter(
    (message) =>
      !isSuperseded(message, runOf) &&
      (message.incomplete_details?.reason === 'run_failed' || unfinished.includes(message.id)),
  );
}

export function supersede(message: MessageObject, by: MessageObject): MessageObject {
  return { ...message, metadata: { ...message.metadata, [SUPERSEDED_BY_KEY]: by.id } };
}
