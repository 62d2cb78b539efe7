import {
  InfiniteQueryObserver,
  type InfiniteQueryObserverResult,
  type QueryClient,
  QueryObserver,
  type QueryObserverResult,
} from '@tanstack/react-query';
import {
  type AssistantsApi,
  type ListPage,
  type MessageObject,
  mergeMessages,
  type Readable,
  type RunObject,
  type ThreadController,
  type ThreadkitError,
  type ThreadSnapshot,
  type TimelineMessage,
  type TimelineRow,
  toRows,
  visibleOverlay,
} from '@threadkit/core';
import { syncHead } from '../cache/sync-head.ts';
import { messagesOptions, runsOptions } from '../query/options.ts';
import type { Pages } from '../query/pages.ts';
import { createStoredIndexer, type StoredIndex } from './stored-index.ts';

/** What a thread shows: the stored and the happening, joined. Every part keeps its reference while it is the same. */
export interface ThreadViewState {
  readonly snapshot: ThreadSnapshot;
  /** Oldest first. */
  readonly messages: readonly TimelineMessage[];
  readonly rows: readonly TimelineRow[];
  /** The thread's known runs, oldest first; the live one included. */
  readonly runs: readonly RunObject[];
  /** The first page is not there yet. */
  readonly isLoading: boolean;
  readonly loadError: ThreadkitError | null;
  readonly hasOlder: boolean;
  readonly isLoadingOlder: boolean;
}

/**
 * Joins a thread's controller with its queries, outside React: hooks select from it. Asks for nothing until it
 * is subscribed to, and shares its requests with every other reader of the cache.
 */
export interface ThreadView extends Readable<ThreadViewState> {
  readonly controller: ThreadController;
  loadOlder(): Promise<void>;
  /** Reads what others have written since. */
  loadNewer(): Promise<void>;
  /** Asks for the messages again after an error. */
  reload(): Promise<void>;
  /** One message, without a walk through the thread. */
  findMessage(key: string): TimelineMessage | undefined;
  /** The messages a run wrote, oldest first, without a walk through the thread. */
  findMessages(runId: string): readonly TimelineMessage[];
}

/** The state with what lookups need: the stored by id and key, and the few entries that stand above them. */
interface IndexedState extends ThreadViewState {
  readonly index: StoredIndex;
  readonly shown: readonly TimelineMessage[];
}

type MessagesResult = InfiniteQueryObserverResult<Pages<MessageObject>, ThreadkitError>;
type RunsResult = QueryObserverResult<ListPage<RunObject>, ThreadkitError>;

export function createThreadView(
  client: AssistantsApi,
  queryClient: QueryClient,
  controller: ThreadController,
): ThreadView {
  let queries = observe(controller.getSnapshot().threadId);
  let stopQueries = (): void => {};
  let stopController = (): void => {};
  const watchers = new Set<() => void>();
  const toIndex = createStoredIndexer(controller);
  let last: { inputs: readonly unknown[]; state: IndexedState } | undefined;

  /** A draft has no thread to ask for. */
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
    for (const watcher of watchers) watcher();
  }

  function onCache(): void {
    controller.release(compute().index.byId);
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

  /** A draft may have got its thread, also while nobody looked. */
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
    const messages = queries?.messages.getCurrentResult() as MessagesResult | undefined;
    const runs = queries?.runs.getCurrentResult() as RunsResult | undefined;
    const inputs = [snapshot, messages, runs];
    if (last && inputs.every((input, index) => input === last?.inputs[index])) {
      return last.state;
    }
    const before = last?.state;
    const index = toIndex(messages?.data);
    const merged = keep(before?.messages, mergeMessages(index.messages, snapshot.overlay));
    const known = keep(before?.runs, withCurrent(runs?.data?.data, snapshot.run));
    const state: IndexedState = {
      snapshot,
      index,
      shown: visibleOverlay(snapshot.overlay, index.byId),
      messages: merged,
      runs: known,
      rows: keepRows(before?.rows, toRows(merged, known)),
      isLoading: messages !== undefined && messages.data === undefined && !messages.isError,
      loadError: messages?.error ?? null,
      hasOlder: messages?.hasNextPage ?? false,
      isLoadingOlder: messages?.isFetchingNextPage ?? false,
    };
    last = { inputs, state };
    return state;
  }

  return {
    controller,
    getSnapshot: compute,
    subscribe(onChange) {
      const watcher = (): void => onChange();
      compute();
      watchers.add(watcher);
      if (watchers.size === 1) {
        stopController = controller.subscribe(onController);
        watchQueries();
      }
      return () => {
        if (!watchers.delete(watcher) || watchers.size > 0) return;
        stopController();
        stopQueries();
      };
    },
    async loadOlder() {
      if (queries?.messages.getCurrentResult().hasNextPage) await queries.messages.fetchNextPage();
    },
    async loadNewer() {
      if (queries) await syncHead(client, queryClient, queries.threadId);
    },
    async reload() {
      await Promise.all([queries?.messages.refetch(), queries?.runs.refetch()]);
      controller.attach();
    },
    findMessage(key) {
      const { shown, index } = compute();
      return shown.find((message) => message.key === key) ?? index.byKey.get(key);
    },
    findMessages(runId) {
      const { shown, index } = compute();
      const stored = index.byRun.get(runId) ?? [];
      const live = shown.filter((message) => message.runId === runId);
      return live.length === 0 ? stored : mergeMessages(stored, live);
    },
  };
}

/** The listed runs, oldest first, with the controller's newer knowledge of its own one. */
function withCurrent(
  listed: readonly RunObject[] | undefined,
  current: RunObject | undefined,
): readonly RunObject[] {
  const runs = (listed ?? []).toReversed();
  if (!current) return runs;
  const index = runs.findIndex(({ id }) => id === current.id);
  return index === -1 ? [...runs, current] : runs.with(index, current);
}

function keep<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  const isSame = before?.length === after.length && before.every((item, index) => item === after[index]);
  return isSame ? before : after;
}

function keepRows(
  before: readonly TimelineRow[] | undefined,
  after: readonly TimelineRow[],
): readonly TimelineRow[] {
  const isSame =
    before?.length === after.length &&
    before.every((row, index) => row.key === after[index]?.key && row.kind === after[index]?.kind);
  return isSame ? before : after;
}
