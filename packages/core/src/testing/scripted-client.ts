import type { MessageObject, RunObject, RunStepObject, StreamEvent } from '../api/index.ts';
import { listPage } from '../api/list-page.ts';
import type { AssistantsApi, RunEvents } from '../client/assistants-api.ts';
import { ThreadkitError } from '../errors/threadkit-error.ts';
import { reduceEvent } from '../run/reduce-event.ts';
import { EMPTY_RUN_STATE, type RunState } from '../run/run-state.ts';
import { toOptimisticMessage } from '../thread/state/optimistic-message.ts';
import { aRun, aThread } from './builders.ts';

/** One scripted stream. */
export interface ScriptedStream {
  readonly events: readonly StreamEvent[];
  /** Delays the event with this index until the promise resolves. */
  readonly delays?: Readonly<Record<number, Promise<void>>>;
  /** Thrown after the events, like a broken connection. */
  readonly error?: ThreadkitError;
}

/**
 * A client without a server that plays prepared streams, one for each `streamRun` and `streamToolOutputs`, to test a state of
 * a run. The events get the id of the requesting thread. Requests without a prepared response reject with kind `'config'`.
 */
export function scriptedClient(
  streams: readonly ScriptedStream[],
): AssistantsApi & { readonly calls: readonly string[] } {
  const calls: string[] = [];
  const messages: MessageObject[] = [];
  const waiting = [...streams];
  let state: RunState = EMPTY_RUN_STATE;

  async function* play(threadId: string): RunEvents {
    const stream = waiting.shift();
    if (!stream) throw new ThreadkitError('config', 'The script has no further stream.');
    for (const [index, recorded] of stream.events.entries()) {
      await stream.delays?.[index];
      const event = onThread(recorded, threadId);
      if (event.event === 'thread.run.created') state = EMPTY_RUN_STATE;
      state = reduceEvent(state, event);
      yield event;
    }
    if (stream.error) throw stream.error;
  }

  const known: Partial<AssistantsApi> = {
    key: 'scripted',
    capabilities: {
      listThreads: false,
      runEvents: false,
      idempotency: false,
      files: false,
      vectorStores: false,
      reasoning: false,
    },
    clockSkewMs: 0,
    createThread: async () => aThread(),
    getThread: async () => aThread(),
    createMessage: async (threadId, { role, ...input }) => {
      const id = `msg_sent_${messages.length + 1}`;
      const message = { ...toOptimisticMessage(input, threadId, 1_700_000_000_000), id, role };
      messages.push(message);
      return message;
    },
    listMessages: async (_threadId, query) => {
      const written = query?.run_id === undefined ? [...messages, ...state.messages] : state.messages;
      return listPage(query?.order === 'asc' ? written : written.toReversed(), false);
    },
    listRuns: async () => listPage(state.run ? [state.run] : [], false),
    getRun: async () => state.run ?? aRun(),
    cancelRun: async () => {
      const run: RunObject = { ...(state.run ?? aRun()), status: 'cancelled' };
      state = { ...state, run };
      return run;
    },
    listRunSteps: async () => listPage<RunStepObject>(state.steps, false),
    streamRun: play,
    streamToolOutputs: play,
  };
  return new Proxy(known, {
    get(target, name) {
      if (name === 'calls') return calls;
      const value = target[name as keyof AssistantsApi];
      if (typeof value !== 'function' && value !== undefined) return value;
      // Missing methods are undefined; `then` must be, or awaiting the client would call it.
      if (
        typeof name === 'symbol' ||
        ['then', 'listThreads', 'streamRunEvents', 'pollAfterMs'].includes(name)
      )
        return value;
      return (...args: unknown[]) => {
        calls.push(name);
        if (value) return (value as (...all: unknown[]) => unknown)(...args);
        return Promise.reject(new ThreadkitError('config', `The script has no response for ${name}.`));
      };
    },
  }) as AssistantsApi & { readonly calls: readonly string[] };
}

/** Sets the thread id, because controllers refuse runs of other threads. */
function onThread(event: StreamEvent, threadId: string): StreamEvent {
  if (!('thread_id' in event.data)) return event;
  return { ...event, data: { ...event.data, thread_id: threadId } } as StreamEvent;
}
