import type { AssistantObject, ThreadObject } from '@threadkit/core/api';
import type { Principal } from '../http/authorize.ts';
import { forbidden, notFound } from '../http/http-error.ts';
import { quoteForLog } from '../shared/log.ts';
import type { RunRecord } from '../storage/storage.ts';
import type { Call } from './handler.ts';

/** Throws 403 for an end user's token. `what` completes the sentence "This token may not …". */
export function requireAdmin(principal: Principal, what: string): void {
  if (principal.role !== 'admin') {
    throw forbidden(`This token may not ${what}. It belongs to an end user: use an admin token.`);
  }
}

/** The thread in the path, or 404. */
export async function requireThread({ server, owner, ids }: Call): Promise<ThreadObject> {
  const thread = await server.storage.threads.get({ owner }, ids.thread_id);
  if (!thread) throw notFound('thread', ids.thread_id);
  return thread;
}

/** The run in the path, or 404. */
export async function requireRun(call: Call): Promise<RunRecord> {
  const { server, owner, ids } = call;
  const record = await server.storage.getRunRecord({ owner, threadId: ids.thread_id }, ids.run_id);
  if (record) return record;
  await requireThread(call);
  throw notFound('run', ids.run_id);
}

/** The assistant, or 404. An unknown id is usually a configuration error of the app, so it is also logged. */
export async function requireAssistant({ server, owner }: Call, id: string): Promise<AssistantObject> {
  const assistant = await server.storage.assistants.get({ owner }, id);
  if (assistant) return assistant;
  const seeded = server.seededAssistantIds;
  const choices = seeded.length > 0 ? ` Available assistants: ${seeded.slice(0, 10).join(', ')}.` : '';
  server.log.write({
    level: 'warn',
    event: 'assistant_not_found',
    assistantId: id,
    message: `An app requested the assistant ${quoteForLog(id)}, which does not exist. Check the app's assistantId, or create the assistant.${choices}`,
  });
  throw notFound('assistant', id);
}
