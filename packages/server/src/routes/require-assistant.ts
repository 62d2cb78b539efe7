import type { AssistantObject } from '@threadkit/core/api';
import { notFound } from '../http/http-error.ts';
import { quoteForLog } from '../shared/log.ts';
import type { Call } from './handler.ts';

/** The assistant, or 404. An unknown id is usually a configuration error of the app, so it is also logged. */
export async function requireAssistant({ server, owner }: Call, id: string): Promise<AssistantObject> {
  const assistant = await server.storage.assistants.get({ owner }, id);
  if (assistant) return assistant;
  const seeded = server.seededAssistantIds;
  const choices = seeded.length > 0 ? ` The server brings: ${seeded.slice(0, 10).join(', ')}.` : '';
  server.log.write({
    level: 'warn',
    event: 'assistant_not_found',
    assistantId: id,
    message: `An app asked for the assistant ${quoteForLog(id)}, which does not exist. Check the app's assistantId, or create the assistant.${choices}`,
  });
  throw notFound('assistant', id);
}
