import type { AssistantObject, AssistantTool, ThreadObject } from '@threadkit/core/api';
import type { Principal } from '../http/authorize.ts';
import { badRequest, forbidden, notFound } from '../http/http-error.ts';
import { quoteForLog } from '../shared/log.ts';
import type { RunRecord } from '../storage/storage.ts';
import type { Call, ServerContext } from './handler.ts';

/** Throws 403 for an end user's token. `what` completes the sentence "This token may not …". */
export function requireAdmin(principal: Principal, what: string): void {
  if (principal.role !== 'admin') {
    throw forbidden(`This token may not ${what}. It belongs to an end user: use an admin token.`);
  }
}

/**
 * Throws 400 for a function with the name of a tool that the server executes, or of `file_search` or `code_interpreter` in the same list: its calls would
 * be ambiguous.
 */
export function refuseReservedNames(
  { serverTools }: ServerContext,
  tools: readonly AssistantTool[] | null | undefined,
): void {
  for (const [index, tool] of (tools ?? []).entries()) {
    if (tool.type !== 'function') continue;
    const isBuiltIn = tools?.some(({ type }) => type !== 'function' && type === tool.function.name);
    if (!isBuiltIn && !serverTools.isReserved(tool.function.name)) continue;
    throw badRequest(
      `Invalid 'tools[${index}].function.name': '${tool.function.name}' is a tool that this server executes itself. Leave it out, or choose another name.`,
      { param: `tools[${index}].function.name`, code: 'tool_name_reserved' },
    );
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
