import type { ErrorBody, ErrorObject, RunObject } from '../../api/index.ts';
import { isTerminal } from '../../api/run-status.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import { toEventError } from '../../client/read-error.ts';
import { backoffMs } from '../../client/retry.ts';
import type { Environment } from '../../environment/environment.ts';
import { sleep } from '../../environment/sleep.ts';
import { ThreadkitError } from '../../errors/threadkit-error.ts';
import { isAbortError, toThreadkitError } from '../../errors/to-threadkit-error.ts';
import { isMessageClosed } from '../../run/is-closed.ts';
import { asRunOf, isOfRun } from '../../run/is-of-run.ts';
import { pendingKey } from '../../run/pending-calls.ts';
import type { RunReducerInput } from '../../run/reduce-event.ts';
import type { RunState } from '../../run/run-state.ts';
import type { ConnectionInfo } from '../types.ts';
import { lazyStream, type OpenStream } from './event-stream.ts';
import { readRun, readRunAlone } from './read-run.ts';
import { startStallTimer } from './stall-timer.ts';

export interface FollowOptions {
  client: AssistantsApi;
  environment: Environment;
  threadId: string;
  runId: string;
  /** Stops following. The run continues on the server. */
  signal: AbortSignal;
  read(): RunState;
  dispatch(input: RunReducerInput): void;
  setConnection(state: ConnectionInfo['state'], attempt: number): void;
  /** The run requires tool outputs. May be called again for the same calls. */
  onRequiresAction(run: RunObject): void;
}

/** Delays between polls: short at first, for runs that end soon. */
const POLL_MS = [500, 1_000, 2_000] as const;
const LAST_POLL_MS = 3_000;
/** After this many replays without anything new the run is polled. */
const MAX_EMPTY_REPLAYS = 3;

/**
 * Follows one run until it has ended or `signal` aborts: by the given stream, then by replaying numbered events where the
 * backend supports it, else by polling. Retries while the backend may recover; rejects only after a permanent refusal.
 */
export async function followRun(source: OpenStream | undefined, options: FollowOptions): Promise<void> {
  const { client, environment, signal, setConnection } = options;
  let given = source;
  let attempt = 0;
  let polls = 0;
  let mayReplay = true;
  /** Consecutive replays that brought nothing new or failed at an unreadable event. */
  let emptyReplays = 0;
  const canReplay = (): boolean => mayReplay && client.capabilities.runEvents !== false;

  setConnection('connecting', 0);
  while (!signal.aborted && !hasEnded(options.read())) {
    const stream = given ?? (canReplay() ? replay(options) : undefined);
    const isReplay = stream !== given;
    const before = options.read();
    given = undefined;
    try {
      if (stream) {
        // The requires_action event may have arrived while reading its run failed: a replay does not repeat the event.
        const { run } = options.read();
        if (isReplay && run?.status === 'requires_action') await announceAction(run, isReplay, options);
        await readStream(stream, isReplay, options, () => {
          attempt = 0;
        });
        if (!isReplay || !isSame(options.read(), before)) emptyReplays = 0;
        else {
          countEmptyReplay();
          await sleep(environment, backoffMs(emptyReplays, environment), signal);
        }
        continue;
      }
      await poll(options);
      attempt = 0;
      setConnection('polling', 0);
      if (!hasEnded(options.read())) await sleep(environment, pollDelay(polls, client), signal);
      polls += 1;
    } catch (error) {
      if (signal.aborted) return;
      const failure = toThreadkitError(error, 'stream');
      // The backend has no events, or has deleted them: poll from here on.
      if (isReplay && failure.body?.code === 'events_expired') mayReplay = false;
      if (isReplay && !canReplay()) continue;
      if (isFinal(failure)) throw failure;
      // The same stored event would break the next replay as well.
      if (isReplay && failure.kind === 'stream' && isSame(options.read(), before)) countEmptyReplay();
      attempt += 1;
      setConnection(environment.isOnline() ? 'reconnecting' : 'offline', attempt);
      // The stall timer has waited long enough: reconnect without a delay.
      if (!isAbortError(error))
        await sleep(environment, failure.retryAfterMs ?? backoffMs(attempt, environment), signal);
    }
  }
  function countEmptyReplay(): void {
    emptyReplays += 1;
    if (emptyReplays >= MAX_EMPTY_REPLAYS) mayReplay = false;
  }

  // A cut stream may have lost the end of a message: read the stored objects.
  if (!signal.aborted && hasGaps(options.read())) await poll(options);
}

/** At least the delay that the backend requests, at most a minute: a wrong header must not stop following. */
function pollDelay(polls: number, { pollAfterMs = 0 }: AssistantsApi): number {
  return Math.max(POLL_MS[polls] ?? LAST_POLL_MS, Math.min(pollAfterMs, 60_000));
}

function replay({ client, threadId, runId, read, signal }: FollowOptions): OpenStream | undefined {
  const { streamRunEvents } = client;
  if (!streamRunEvents) return undefined;
  return lazyStream(signal, (options) =>
    streamRunEvents(threadId, runId, { ...options, after: read().lastSeq }),
  );
}

/** Reads a stream to its end. Rejects as aborted when it was silent for too long. */
async function readStream(
  stream: OpenStream,
  isReplay: boolean,
  options: FollowOptions,
  onProgress: () => void,
): Promise<void> {
  const { environment, signal, dispatch, setConnection } = options;
  const { messages, steps } = options.read();
  // A replay whose events have no numbers begins at the first event: deltas of these objects would repeat their text.
  // Their terminal objects bring what they lack.
  const known = new Set(isReplay ? [...messages, ...steps].map(({ id }) => id) : []);
  const stallTimer = startStallTimer(environment, () => {
    setConnection('stalled', 0);
    stream.close();
  });
  const isLive = (): void => {
    stallTimer.touch();
    onProgress();
    setConnection('live', 0);
  };
  stream.onReceive = isLive;
  signal.addEventListener('abort', stream.close, { once: true });
  try {
    for await (const event of stream.events) {
      if (signal.aborted) return;
      isLive();
      if (event.event === 'error') return await afterError(event.data, options);
      if (!isOfRun(event, options)) continue;
      if ('delta' in event.data && event.seq === undefined && known.has(event.data.id)) continue;
      dispatch(event);
      if (event.event === 'thread.run.requires_action') await announceAction(event.data, isReplay, options);
      if (hasEnded(options.read())) return;
    }
  } finally {
    stallTimer.stop();
    signal.removeEventListener('abort', stream.close);
  }
}

/** After an error event the status of the run is unknown: read it, and continue when the run is active. */
async function afterError(data: ErrorBody | ErrorObject, options: FollowOptions): Promise<void> {
  await poll(options);
  if (hasEnded(options.read())) return;
  const { message, body } = toEventError(data);
  throw new ThreadkitError('stream', message, { body });
}

/**
 * A replay contains `requires_action` events whose outputs were submitted already, so the run is read before its tools are
 * executed.
 */
async function announceAction(run: RunObject, isReplay: boolean, options: FollowOptions): Promise<void> {
  const { client, threadId, runId, signal } = options;
  if (!isReplay) return options.onRequiresAction(asRunOf(threadId, run) ?? run);
  const now = await readRunAlone(client, threadId, runId, signal);
  if (isWaitingFor(now, run)) options.onRequiresAction(now);
}

/** Whether a run still requires the outputs that `waitingRun` required. */
export function isWaitingFor(now: RunObject, waitingRun: RunObject): boolean {
  return now.status === 'requires_action' && pendingKey(now) === pendingKey(waitingRun);
}

async function poll(options: FollowOptions): Promise<void> {
  const { client, threadId, runId, signal } = options;
  const snapshot = await readRun(client, threadId, runId, signal);
  if (signal.aborted) return;
  options.dispatch({ event: 'snapshot', data: snapshot });
  if (snapshot.run.status === 'requires_action') options.onRequiresAction(snapshot.run);
}

/** Whether a replay brought nothing new. Without numbers it replaces the run by an equal one. */
function isSame(now: RunState, before: RunState): boolean {
  return (
    now.lastSeq === before.lastSeq &&
    now.messages === before.messages &&
    now.steps === before.steps &&
    now.run?.status === before.run?.status
  );
}

function hasEnded({ run }: RunState): boolean {
  return isTerminal(run);
}

/** Whether a message or step is incomplete, or a message is missing: that of a step, or any of a completed run. */
function hasGaps({ run, messages, steps }: RunState): boolean {
  if (!run || !isTerminal(run)) return false;
  const isOpen = messages.some((message) => message.status !== undefined && !isMessageClosed(message));
  const isMissing = steps.some(({ step_details: details, status }) => {
    if (status === 'in_progress') return true;
    if (details.type !== 'message_creation' || status !== 'completed') return false;
    return !messages.some(({ id }) => id === details.message_creation.message_id);
  });
  return isOpen || isMissing || (run.status === 'completed' && messages.length === 0);
}

/** Refusals that a retry does not change. */
function isFinal({ kind, status }: ThreadkitError): boolean {
  return kind === 'unauthorized' || kind === 'config' || status === 404 || status === 400;
}
