import { notFound } from '../http/http-error.ts';
import type { RunRecord } from '../storage/storage.ts';
import type { Call } from './handler.ts';
import { requireThread } from './require-thread.ts';

/** The run in the path, or 404. */
export async function requireRun(call: Call): Promise<RunRecord> {
  const { server, owner, ids } = call;
  const record = await server.storage.runRecord({ owner, threadId: ids.thread_id }, ids.run_id);
  if (record) return record;
  await requireThread(call);
  throw notFound('run', ids.run_id);
}
