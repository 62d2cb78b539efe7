import type { ListPage, MessageObject, RunObject, RunStepObject } from '../../api/index.ts';
import { MAX_PAGE_SIZE } from '../../api/limits.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import { paginate } from '../../client/paginate.ts';
import { ThreadkitError } from '../../errors/threadkit-error.ts';
import { asRunOf, isWrittenByRun } from '../../run/is-of-run.ts';
import type { RunSnapshot } from '../../run/run-state.ts';

/**
 * Checks that a run from a response belongs to the requested thread: its tools are executed, and their outputs are sent to
 * its thread.
 *
 * @throws `ThreadkitError` of kind `'stream'`: the run has another thread or another id.
 */
export function requireRunOf(threadId: string, run: RunObject, runId: string = run.id): RunObject {
  const own = run.id === runId ? asRunOf(threadId, run) : undefined;
  if (own) return own;
  throw new ThreadkitError(
    'stream',
    'The server responded with another run. Check the proxies and caches in between.',
  );
}

/** Reads the run without its steps and messages. Rejects when {@link requireRunOf} throws. */
export async function readRunAlone(
  client: AssistantsApi,
  threadId: string,
  runId: string,
  signal: AbortSignal,
): Promise<RunObject> {
  return requireRunOf(threadId, await client.getRun(threadId, runId, { signal }), runId);
}

/**
 * Reads one run with its steps and messages, oldest first. The run is read first, so that its lists are never older than
 * its status. Messages and steps of other runs are left out.
 */
export async function readRun(
  client: AssistantsApi,
  threadId: string,
  runId: string,
  signal: AbortSignal,
): Promise<RunSnapshot & { run: RunObject }> {
  const run = await readRunAlone(client, threadId, runId, signal);
  const [steps, messages] = await Promise.all([
    readAll<RunStepObject>((after) =>
      client.listRunSteps(threadId, runId, { limit: MAX_PAGE_SIZE, order: 'asc', after }, { signal }),
    ),
    readAll<MessageObject>((after) =>
      client.listMessages(threadId, { limit: MAX_PAGE_SIZE, order: 'asc', after, run_id: runId }, { signal }),
    ),
  ]);
  const isOwn = (item: MessageObject | RunStepObject): boolean => isWrittenByRun(item, { threadId, runId });
  return { run, steps: steps.filter(isOwn), messages: messages.filter(isOwn) };
}

/** The thread's newest run. An active one holds the thread's lock. Runs of other threads are ignored. */
export async function findNewestRun(client: AssistantsApi, threadId: string): Promise<RunObject | undefined> {
  const { data } = await client.listRuns(threadId, { limit: 1, order: 'desc' });
  return data.map((run) => asRunOf(threadId, run)).find(Boolean);
}

async function readAll<T extends { id: string }>(
  list: (after: string | undefined) => Promise<ListPage<T>>,
): Promise<T[]> {
  const items: T[] = [];
  for await (const item of paginate(list)) items.push(item);
  return items;
}
