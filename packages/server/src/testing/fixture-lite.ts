import { assistantObject } from '../routes/objects/assistant-object.ts';
import { runObject } from '../routes/objects/run-object.ts';
export const ALICE = { owner: 'alice' };
const A = assistantObject({ model: 'm' }, 'asst_1', 1);
export const THREAD = { id: 'thread_1', object: 'thread', created_at: 10, metadata: {}, tool_resources: {} };
export const aRun = (id: string, threadId: string) =>
  runObject(A, {}, { id, threadId, at: Math.floor(Date.now() / 1000) });
export const created = (run: any) => [{ event: 'thread.run.created', data: run }] as any;
