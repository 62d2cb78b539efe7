import type { ListPage, MessageObject, RunObject, RunStepObject } from '../api/index.ts';
import type { AssistantsApi } from '../client/assistants-api.ts';
import { paginate } from '../client/paginate.ts';
import type { RunSnapshot } from '../run/run-state.ts';

const PAGE = 100;

/** Reads one run with its steps and messages, oldest first. The run is read first: it may be newer, never older. */
export async function readRun(
  client: AssistantsApi,
  threadId: string,
  runId: string,
  signal: AbortSignal,
): Promise<RunSnapshot & { run: RunObject }> {
  const run = await client.getRun(threadId, runId, { signal });
  const [steps, messages] = await Promise.all([
    readAll<RunStepObject>((after) =>
      client.listRunSteps(threadId, runId, { limit: PAGE, order: 'asc', after }, { signal }),
    ),
    readAll<MessageObject>((after) =>
      client.listMessages(threadId, { limit: PAGE, order: 'asc', after, run_id: runId }, { signal }),
    ),
  ]);
  return { run, steps, messages };
}

async function readAll<T extends { id: string }>(
  list: (after: string | undefined) => Promise<ListPage<T>>,
): Promise<T[]> {
  const items: T[] = [];
  for await (const item of paginate(list)) items.push(item);
  return items;
}
