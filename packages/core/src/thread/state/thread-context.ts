import { isActive } from '../../api/run-status.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import type { Environment } from '../../environment/environment.ts';
import { plainEnvironment } from '../../environment/plain-environment.ts';
import type { ThreadkitError } from '../../errors/threadkit-error.ts';
import type { RunReducerInput } from '../../run/reduce-event.ts';
import type { ThreadControllerOptions } from '../types.ts';
import { createNewChatMemory, type NewChatMemory } from './new-chat-memory.ts';
import { createStore, type Store } from './store.ts';
import { initialState, type ThreadState } from './thread-state.ts';
import { applyToRun, setError } from './transitions.ts';

type Callbacks = Pick<
  ThreadControllerOptions,
  'onPersisted' | 'onThreadCreated' | 'onThreadIdKnown' | 'onOutdated' | 'onIdle'
>;

/** What the parts of one controller share. */
export interface ThreadContext extends Callbacks {
  readonly client: AssistantsApi;
  readonly environment: Environment;
  readonly store: Store<ThreadState>;
  readonly memory: NewChatMemory;
  /** Ids of the messages and runs that this page has seen. */
  readonly seenIds: Set<string>;
  readonly disposeSignal: AbortSignal;
  read(): ThreadState;
  /** Whether a message is being sent or a run is active. */
  isBusy(): boolean;
  /** Folds an event, or an object that was read, into the current run. */
  dispatch(input: RunReducerInput): void;
  onError(error: ThreadkitError): void;
}

/** @param onUpdate - Called at once after every change of the state. */
export function createThreadContext(
  options: ThreadControllerOptions,
  disposeSignal: AbortSignal,
  onUpdate: (state: ThreadState) => void,
): ThreadContext {
  const environment: Environment = { ...plainEnvironment(), ...options.environment };
  const store = createStore(initialState(options.threadId, options.assistantId), environment, onUpdate);
  return {
    ...options,
    environment,
    store,
    memory: createNewChatMemory(
      environment,
      options.client.key,
      options.threadId ? undefined : options.newChatKey,
    ),
    seenIds: new Set(),
    disposeSignal,
    read: store.getSnapshot,
    isBusy() {
      const { isSending, current } = store.getSnapshot();
      return isSending || isActive(current.run);
    },
    dispatch: (input) => store.update((state) => applyToRun(state, input)),
    onError: (error) => store.update((state) => setError(state, error)),
  };
}
