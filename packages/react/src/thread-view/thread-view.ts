import { InfiniteQueryObserver, type QueryClient, QueryObserver } from '@tanstack/react-query';
import {
  type AssistantsApi,
  mergeMessages,
  type Subscribable,
  type ThreadController,
  type TimelineMessage,
  type TimelineRow,
} from '@threadkit/core';
import { messagesOptions, runsOptions } from '../query/options.ts';
import { syncNewest } from '../query/sync-newest.ts';
import { changedTopics, type Topic } from './changed-topics.ts';
import { createKeyedSubscriptions } from './keyed-subscriptions.ts';
import { mergeState } from './merge-state.ts';
import { createMessageIndexer } from './message-index.ts';
import type { IndexedState, ThreadViewState } from './thread-view-state.ts';

/**
 * Merges the controller of a thread with its queries, outside of React; hooks select from it. Sends no request until
 * it has a subscriber, and shares its requests with other observers of the cache.
 */
export interface ThreadView extends Subscribable<ThreadViewState> {
  readonly controller: ThreadController;
  loadOlder(): Promise<void>;
  /** Loads messages that other clients have added. */
  loadNewer(): Promise<void>;
  /** Loads messages and runs again, for example after an error. */
  reload(): Promise<void>;
  /** Subscribes to one message. */
  watchMessage(key: string, onChange: () => void): () => void;
  /** Subscribes to one run: its object, its steps and calls, and which messages it has. */
  watchRun(runId: string, onChange: () => void): () => void;
  /** Finds one message, at a cost that does not grow with the thread. */
  findMessage(key: string): TimelineMessage | undefined;
  /** Finds the messages of a run, oldest first, at a cost that does not grow with the thread. */
  findMessages(runId: string): readonly TimelineMessage[];
  /** Finds the messages of a row, oldest first, at a cost that does not grow with the thread. */
  getMessages(row: TimelineRow): readonly TimelineMessage[];
}

export function createThreadView(
  client: AssistantsApi,
  queryClient: QueryClient,
  controller: ThreadController,
): ThreadView {
  let queries = observe(controller.getSnapshot().threadId);
  let stopQueries = (): void => {};
  let stopController = (): void => {};
  const watchers = createKeyedSubscriptions();
  const toIndex = createMessageIndexer(controller);
  let last: { inputs: readonly unknown[]; state: IndexedState } | undefined;
  let notified: IndexedState | undefined;

  /** A new chat has no thread to query. */
  function observe(threadId: string | undefined) {
    if (threadId === undefined) return undefined;
    return {
      threadId,
      messages: new InfiniteQueryObserver(queryClient, {
        ...messagesOptions(client, threadId),
        throwOnError: false,
      }),
      runs: new QueryObserver(queryClient, runsOptions(client, threadId)),
    };
  }

  function notify(): void {
    const state = compute();
    const topics = changedTopics(notified, state);
    notified = state;
    watchers.notify(topics);
  }

  function onCache(): void {
    controller.dropPersisted(compute().index.byId);
    notify();
  }

  function watchQueries(): void {
    if (!queries) return;
    const stops = [queries.messages.subscribe(onCache), queries.runs.subscribe(notify)];
    stopQueries = () => {
      for (const stop of stops) stop();
    };
    onCache();
  }

  /** A new chat may have got its thread, even while the view had no subscribers. */
  function onController(): void {
    if (controller.getSnapshot().threadId !== queries?.threadId) {
      stopQueries();
      queries = observe(controller.getSnapshot().threadId);
      watchQueries();
    }
    notify();
  }

  function compute(): IndexedState {
    const snapshot = controller.getSnapshot();
    if (watchers.size === 0 && snapshot.threadId !== queries?.threadId) queries = observe(snapshot.threadId);
    const messages = queries?.messages.getCurrentResult();
    const runs = queries?.runs.getCurrentResult();
    const inputs = [snapshot, messages, runs];
    if (last && inputs.every((input, index) => input === last?.inputs[index])) {
      return last.state;
    }
    const state = mergeState(last?.state, {
      snapshot,
      index: toIndex(messages?.data),
      listedRuns: runs?.data,
      isLoading: messages !== undefined && messages.data === undefined && !messages.isError,
      loadError: messages?.error ?? null,
      hasOlder: messages?.hasNextPage ?? false,
      olderError: messages?.isFetchNextPageError ? messages.error : null,
      isLoadingOlder: messages?.isFetchingNextPage ?? false,
    });
    last = { inputs, state };
    return state;
  }

  /** The first subscriber subscribes to the controller and the queries, the last one unsubscribes. */
  function watch(onChange: () => void, topic?: Topic): () => void {
    notified ??= compute();
    const stop = watchers.add(onChange, topic);
    if (watchers.size === 1) {
      stopController = controller.subscribe(onController);
      watchQueries();
    }
    return () => {
      const before = watchers.size;
      stop();
      if (watchers.size > 0 || before === 0) return;
      stopController();
      stopQueries();
    };
  }

  function findMessage(key: string): TimelineMessage | undefined {
    const { shown, index } = compute();
    return shown.find((message) => message.key === key) ?? index.find(key);
  }

  function findMessages(runId: string): readonly TimelineMessage[] {
    const { shown, index } = compute();
    const stored = index.byRun.get(runId) ?? [];
    const live = shown.filter((message) => message.runId === runId);
    return live.length === 0 ? stored : mergeMessages(stored, live, index.byId);
  }

  return {
    controller,
    getSnapshot: compute,
    subscribe: (onChange) => watch(onChange),
    watchMessage: (key, onChange) => watch(onChange, `message:${key}`),
    watchRun: (runId, onChange) => watch(onChange, `run:${runId}`),
    async loadOlder() {
      if (queries?.messages.getCurrentResult().hasNextPage) await queries.messages.fetchNextPage();
    },
    async loadNewer() {
      if (queries) await syncNewest(client, queryClient, queries.threadId);
    },
    async reload() {
      await Promise.all([queries?.messages.refetch(), queries?.runs.refetch()]);
      controller.attach();
    },
    findMessage,
    findMessages,
    getMessages(row) {
      if (row.kind === 'run') return findMessages(row.runId);
      const message = findMessage(row.key);
      return message ? [message] : [];
    },
  };
}
