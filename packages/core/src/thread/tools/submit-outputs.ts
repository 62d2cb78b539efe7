import type { RunObject, RunToolOutput } from '../../api/index.ts';
import type { AssistantsApi, SequencedEvent } from '../../client/assistants-api.ts';
import { backoffMs } from '../../client/retry.ts';
import type { Environment } from '../../environment/environment.ts';
import { sleep } from '../../environment/sleep.ts';
import { isThreadkitError } from '../../errors/threadkit-error.ts';
import { isOfRun } from '../../run/is-of-run.ts';
import { mayHaveSucceeded, type OpenStream, openStream } from '../follow/event-stream.ts';
import { isWaitingFor } from '../follow/follow-run.ts';
import { readRunAlone } from '../follow/read-run.ts';

/**
 * Submits the outputs of a waiting run until the server has them, and resolves with the stream that follows. When the
 * response is lost, reads the run first: outputs that arrived are not sent again. Undefined: the run continued without this
 * submit, or without its stream.
 */
export async function submitOutputs(
  client: AssistantsApi,
  environment: Environment,
  waitingRun: RunObject,
  outputs: readonly RunToolOutput[],
  signal: AbortSignal,
): Promise<OpenStream | undefined> {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    const body = { tool_outputs: outputs };
    try {
      const { first, stream } = await openStream(signal, (options) =>
        client.streamToolOutputs(waitingRun.thread_id, waitingRun.id, body, options),
      );
      if (first && hasContinued(first, waitingRun)) return stream;
      stream.close();
    } catch (error) {
      // An error with a body is a refusal by the backend; without one the response was lost.
      const isRefusal = !mayHaveSucceeded(error) || (isThreadkitError(error) && error.body !== undefined);
      if (isRefusal && (await isStillWaiting(client, waitingRun, signal))) throw error;
      if (isRefusal) return undefined;
    }
    await sleep(environment, backoffMs(attempt, environment), signal);
    if (!(await isStillWaiting(client, waitingRun, signal))) return undefined;
  }
  return undefined;
}

/** Whether the stream shows that the run continues: it is of this run and does not begin with the same calls. */
function hasContinued(first: SequencedEvent, waitingRun: RunObject): boolean {
  const requiresSameOutputs =
    first.event === 'thread.run.requires_action' && isWaitingFor(first.data, waitingRun);
  return !requiresSameOutputs && isOfRun(first, { threadId: waitingRun.thread_id, runId: waitingRun.id });
}

/** Whether the run still requires the outputs. True when the run cannot be read: the next attempt checks again. */
async function isStillWaiting(
  client: AssistantsApi,
  waitingRun: RunObject,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return isWaitingFor(await readRunAlone(client, waitingRun.thread_id, waitingRun.id, signal), waitingRun);
  } catch {
    return true;
  }
}
