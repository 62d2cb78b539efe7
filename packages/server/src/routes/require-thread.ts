import type { ThreadObject } from '@threadkit/core/api';
import { notFound } from '../http/http-error.ts';
import type { Call } from './handler.ts';

/** The thread in the path, or 404. */
export async function requireThread({ server, owner, ids }: Call): Promise<ThreadObject> {
  const thread = await server.storage.threads.get({ owner }, ids.thread_id);
  if (!thread) throw notFound('thread', ids.thread_id);
  return thread;
}
