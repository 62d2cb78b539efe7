import type { MessageObject, RunObject, ThreadObject } from '@threadkit/core/api';
import type { Cluster } from './cluster.ts';
import { listAll, playRun, request, type SeenRun } from './torture-client.ts';

/** Something that goes wrong while runs are executed. */
export interface Fault {
  readonly name: string;
  cause(): Promise<void>;
}

export interface TortureOptions {
  readonly cluster: Cluster;
  readonly runs: number;
  /** Runs at the same time. */
  readonly parallel: number;
  /** Caused in turn, evenly spread over the runs. */
  readonly faults: readonly Fault[];
}

export interface TortureReport {
  readonly runs: number;
  readonly events: number;
  /** Streams that were continued on another server. */
  readonly resumed: number;
  /** Responses that were begun by one server, and again by another one. */
  readonly superseded: number;
  readonly seconds: number;
  /** Violations. */
  readonly problems: readonly string[];
}

/**
 * Executes runs with tools on a cluster while faults are caused. Then no run may be lost, exist twice, or lock its thread; events must
 * be in order and none twice; and each client must have seen exactly what is stored.
 */
export async function torture({ cluster, runs, parallel, faults }: TortureOptions): Promise<TortureReport> {
  const problems: string[] = [];
  const seen: SeenRun[] = [];
  const startedAt = performance.now();
  let next = 0;
  let finished = 0;
  let events = 0;
  let caused = 0;
  let causing = Promise.resolve();

  function causeNextFault(): void {
    const fault = faults[caused];
    // The last runs are executed without faults.
    if (!fault || finished < ((caused + 1) * runs) / (faults.length + 2)) return;
    caused += 1;
    causing = causing.then(() =>
      fault.cause().catch((error: unknown) => void problems.push(`fault ${fault.name}: ${String(error)}`)),
    );
  }

  async function play(): Promise<void> {
    while (next < runs) {
      next += 1;
      const name = `run ${next}`;
      await playRun(name, cluster.anyUrl, () => {
        events += 1;
      }).then(
        (run) => seen.push(run),
        (error: unknown) => problems.push(`${name}: ${String(error)}`),
      );
      finished += 1;
      causeNextFault();
    }
  }
  await Promise.all(Array.from({ length: parallel }, play));
  await causing;
  if (caused < faults.length) problems.push(`${faults.length - caused} faults were not caused`);

  let superseded = 0;
  const texts = new Set<string>();
  for (const run of seen) {
    const found = await check(run);
    problems.push(...found.problems.map((problem) => `${run.runId}: ${problem}`));
    superseded += found.superseded;
    texts.add(found.text);
  }
  if (texts.size > 1) problems.push(`there are ${texts.size} different responses`);
  const threads = await listAll<ThreadObject>(cluster.anyUrl, '/threads');
  if (threads.length !== runs) problems.push(`${threads.length} threads, of ${runs}`);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  return {
    runs,
    events,
    resumed: seen.reduce((sum, run) => sum + run.resumed, 0),
    superseded,
    seconds,
    problems,
  };

  /** Compares what a client saw with what is stored now. */
  async function check({ threadId, runId, frames, executions, status }: SeenRun) {
    const wrong: string[] = [];
    if (status !== 'completed') wrong.push(`is ${status}`);
    const place = `/threads/${threadId}`;
    const stored = await request<RunObject>(cluster.anyUrl, `${place}/runs/${runId}`);
    if (stored.status !== status) wrong.push(`was ${status}, and is ${stored.status}`);
    const ofThread = await listAll<RunObject>(cluster.anyUrl, `${place}/runs`);
    if (ofThread.length !== 1) wrong.push(`${ofThread.length} runs in its thread`);
    for (const [id, count] of executions) if (count > 1) wrong.push(`call ${id} was executed ${count} times`);
    if (executions.size !== 1) wrong.push(`${executions.size} calls`);

    const replayed = await fetch(`${cluster.anyUrl()}/v1${place}/runs/${runId}/events?after=0`);
    const again = (await replayed.text()).split('\n\n').filter((frame) => frame.startsWith('id: '));
    if (again.join('\n\n') !== [...frames.values()].join('\n\n')) {
      wrong.push(`the client saw ${frames.size} events that differ from the ${again.length} stored ones`);
    }

    const messages = await listAll<MessageObject>(cluster.anyUrl, `${place}/messages`);
    const responses = messages.filter(({ role }) => role === 'assistant');
    const complete = responses.filter((message) => message.status === 'completed');
    if (complete.length !== 1) wrong.push(`${complete.length} complete responses`);
    if (messages.length - responses.length !== 1) wrong.push(`${messages.length} messages`);
    await request(cluster.anyUrl, `${place}/messages`, `${runId}-next`, {
      role: 'user',
      content: 'next',
    }).catch((error: unknown) => wrong.push(`its thread takes no message: ${String(error)}`));
    return {
      problems: wrong,
      superseded: responses.length - complete.length,
      text: JSON.stringify(
        complete[0]?.content.map((part) => (part.type === 'text' ? part.text.value : part)),
      ),
    };
  }
}
