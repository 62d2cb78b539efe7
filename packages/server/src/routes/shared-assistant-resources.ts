import type { AssistantObject } from '@threadkit/core/api';
import { notFound } from '../http/http-error.ts';
import type { Call } from './handler.ts';

type Resources = Pick<AssistantObject, 'tool_resources'>;

/**
 * Throws 404 for a vector store or file that a change adds to a shared assistant, and that the caller does not own. The runs of all users
 * read what a shared assistant names, whoever owns it, so the change would show data of others.
 */
export async function refuseForeignResources(
  { server: { storage }, owner }: Pick<Call, 'server' | 'owner'>,
  before: Resources,
  change: Partial<Resources>,
): Promise<void> {
  for (const id of addedIds(storesOf(before), storesOf(change))) {
    if (!(await storage.vectorStores?.get({ owner }, id))) throw notFound('vectorStore', id);
  }
  for (const id of addedIds(filesOf(before), filesOf(change))) {
    if (!(await storage.files.get({ owner }, id))) throw notFound('file', id);
  }
}

function storesOf({ tool_resources: resources }: Partial<Resources>): readonly string[] {
  return resources?.file_search?.vector_store_ids ?? [];
}

function filesOf({ tool_resources: resources }: Partial<Resources>): readonly string[] {
  return resources?.code_interpreter?.file_ids ?? [];
}

function addedIds(before: readonly string[], after: readonly string[]): readonly string[] {
  return after.filter((id) => !before.includes(id));
}
