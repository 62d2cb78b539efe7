/** Finds out whether a request whose response was lost has been carried out. */
import type { MessageObject, RunObject } from '../../api/index.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import { findNewestRun } from '../follow/read-run.ts';
import { isSameMessage } from '../state/optimistic-message.ts';
import type { SentEntry } from '../state/thread-state.ts';

/** Tolerance between this page's clock and the server's when a stored message is compared with its send. */
const CLOCK_TOLERANCE_S = 5;

/** Ids of messages and runs this page has seen. What is found after a lost response must not be one of them. */
export interface SeenIds {
  has(id: string): boolean;
}

/** The stored message of an earlier attempt whose response was lost. */
export async function findLostMessage(
  client: AssistantsApi,
  threadId: string,
  { message: sent, sentAt }: Pick<SentEntry, 'message' | 'sentAt'>,
  seenIds: SeenIds,
): Promise<MessageObject | undefined> {
  const { data } = await client.listMessages(threadId, { limit: 10, order: 'desc' });
  const earliest = (sentAt + client.clockSkewMs) / 1_000 - CLOCK_TOLERANCE_S;
  return data.find(
    (message) => !seenIds.has(message.id) && message.created_at >= earliest && isSameMessage(message, sent),
  );
}

/** The run of an earlier attempt whose response was lost. */
export async function findLostRun(
  client: AssistantsApi,
  threadId: string,
  { created_at: earliest }: MessageObject,
  seenIds: SeenIds,
): Promise<RunObject | undefined> {
  const newest = await findNewestRun(client, threadId);
  return newest && !seenIds.has(newest.id) && newest.created_at >= earliest ? newest : undefined;
}
