import type { RunObject, ToolOutput } from '../api/index.ts';
import type { AssistantsApi, SequencedEvent } from '../client/assistants-api.ts';
import { toEventError } from '../client/read-error.ts';
import { backoffMs } from '../client/retry.ts';
import type { Environment } from '../environment/environment.ts';
import { sleep } from '../environment/sleep.ts';
import { ThreadkitError } from '../errors/threadkit-error.ts';
import { isWaitingFor } from './follow-run.ts';
import { type OpenStream, openStream } from './open-stream.ts';

/**
 * Submits the outputs of a round until the server has them, and returns the stream that follows. When the
 * answer is lost it looks first: outputs that arrived are not sent again. Undefined: the run went on without
 * this submit, or without its stream.
 */
export async function submitOutputs(
  client: AssistantsApi,
  environment: Environment,
  round: RunObject,
  outputs: readonly ToolOutput[],
  signal: AbortSignal,
): Promise<OpenStream | undefined> {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    const body = { tool_outputs: outputs };
    try {
      const { first, stream } = await openStream(signal, (options) =>
        client.streamToolOutputs(round.thread_id, round.id, body, options),
      );
      if (!first || (first.event !== 'error' && !asksAgain(first, round))) return first && stream;
      // Refused inside an answer of status 200, as some hosts and proxies do.
      stream.close();
      if (!(await isStillWaiting(client, round, signal))) return undefined;
      if (first.event === 'error') throw toEventError(first.data);
      await sleep(environment, backoffMs(attempt), signal);
    } catch (error) {
      const isLost = error instanceof ThreadkitError && (error.kind === 'network' || error.kind === 'stream');
      if (!isLost) {
        if (await isStillWaiting(client, round, signal)) throw error;
        return undefined;
      }
      await sleep(environment, backoffMs(attempt), signal);
      if (!(await isStillWaiting(client, round, signal))) return undefined;
    }
  }
  return undefined;
}

/** Whether the stream begins with the same calls instead of going on. */
function asksAgain(first: SequencedEvent, round: RunObject): boolean {
  return first.event === 'thread.run.requires_action' && isWaitingFor(first.data, round);
}

/** When that cannot be learnt either, the answer is yes: the next try will tell. */
async function isStillWaiting(
  client: AssistantsApi,
  round: RunObject,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return isWaitingFor(await client.getRun(round.thread_id, round.id, { signal }), round);
  } catch {
    return true;
  }
}
