import type { OperationName } from '@threadkit/core/api';
import type { Caller } from '../../src/testing/caller.ts';
import { lastRun } from '../../src/testing/seen-events.ts';
import { startWeather } from '../../src/testing/weather-run.ts';

/** Operations that cannot be repeated on the same thread. */
const NEEDS_FREE_THREAD: readonly string[] = [
  'createRun',
  'createMessage',
  'deleteThread',
  'deleteMessage',
] satisfies OperationName[];

export type KnownIds = Readonly<Record<string, string>>;

/** A thread with one object of each kind: with a waiting run, or an ended one. */
export async function makeIds(caller: Caller, operation: string): Promise<KnownIds> {
  const waits = operation === 'submitToolOutputsToRun' || operation === 'cancelRun';
  const run = waits ? await startWeather(caller, { stream: false }) : await endedRun(caller);
  const place = `/threads/${run.thread_id}`;
  const messages = await caller.ask('messages', 'GET', `${place}/messages`);
  const steps = await caller.ask('steps', 'GET', `${place}/runs/${run.id}/steps`);
  return {
    assistant_id: 'asst_demo',
    thread_id: run.thread_id,
    run_id: run.id,
    message_id: messages.data[0]?.id ?? '',
    step_id: steps.data[0]?.id ?? '',
  };
}

/** The same ids, with an unlocked thread when the operation needs one. */
export async function freshIds(caller: Caller, operation: string, known: KnownIds): Promise<KnownIds> {
  if (!NEEDS_FREE_THREAD.includes(operation)) return known;
  const thread = await caller.newThread('hello');
  const messages = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages`);
  return { ...known, thread_id: thread.id, message_id: messages.data[0]?.id ?? '' };
}

async function endedRun(caller: Caller) {
  const thread = await caller.newThread('hello');
  const body = { assistant_id: 'asst_demo', stream: true };
  return lastRun(await caller.stream('POST', `/threads/${thread.id}/runs`, body));
}
