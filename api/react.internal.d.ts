// @threadkit/react/internal: what it exports. Written by `pnpm api --update`.

import { QueryClient } from "@tanstack/react-query";
import { AssistantsApi, ControllerRegistry, Environment, PersistedChange, RunObject, Subscribable, ThreadController, ThreadSnapshot, ThreadkitError, TimelineMessage, TimelineRow } from "@threadkit/core";
/** The value of the last committed render, for callbacks that are created once. */
declare function useLatest<T>(value: T): {
  readonly current: T;
};
/** Returns the first of several shallowly equal values, so that an inline array can be a dependency of an effect. */
declare function useShallowStable<T>(value: T): T;
/** The unsent text of one thread. From `useDraft`. */
interface Draft {
  /**
   * Calls `put` with the stored text as soon as it is read. Does not call it after `save`, so it cannot overwrite what
   * the user types. Returns the function that stops this.
   */
  restore(put: (text: string) => void): () => void;
  /** Stores the text of the field. `''` removes it, as after sending. */
  save(text: string): void;
}
/** The drafts of one client. */
interface DraftRegistry {
  /** Returns the draft of a controller, which all its readers share. */
  of(controller: ThreadController): Draft;
  /** Stores the text of a new chat under this name. */
  name(controller: ThreadController, newChatKey: string): void;
  /** Removes the text of a deleted thread. */
  forget(threadId: string): void;
  /** Writes pending texts at once. */
  flush(): void;
  /** Removes every text, for sign-out. */
  clear(): void;
}
/** Writes the changes that controllers report into the query cache. Mutations and reads write their own results. */
interface CacheWriter {
  onPersisted(change: PersistedChange): void;
  onThreadCreated(threadId: string): void;
  onOutdated(threadId: string): void;
}
/** The live and stored state of a thread, merged. Each field keeps its reference until it changes. */
interface ThreadViewState {
  readonly snapshot: ThreadSnapshot;
  /** Oldest first. Merged on first read, because merging the whole list is expensive. */
  readonly messages: readonly TimelineMessage[];
  readonly rows: readonly TimelineRow[];
  /** The known runs of the thread, oldest first, including the live one. */
  readonly runs: readonly RunObject[];
  /** The first page has neither loaded nor failed. */
  readonly isLoading: boolean;
  readonly loadError: ThreadkitError | null;
  readonly hasOlder: boolean;
  /** Why the last `loadOlder` failed. */
  readonly olderError: ThreadkitError | null;
  readonly isLoadingOlder: boolean;
}
/**
 * Merges the controller of a thread with its queries, outside of React; hooks select from it. Sends no request until
 * it has a subscriber, and shares its requests with other observers of the cache.
 */
interface ThreadView extends Subscribable<ThreadViewState> {
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
/** The context value of `ThreadkitProvider`. */
interface ThreadkitContextValue {
  readonly client: AssistantsApi;
  readonly queryClient: QueryClient;
  readonly environment: Environment;
  readonly registry: ControllerRegistry;
  /** Writes stored objects into the cache. */
  readonly cacheWriter: CacheWriter;
  readonly drafts: DraftRegistry;
  /** Returns the view of a controller, which all hooks share. */
  viewOf(controller: ThreadController): ThreadView;
}
/** The context of the nearest `ThreadkitProvider`; `undefined` outside of one. */
declare const ThreadkitContext: import("react").Context<ThreadkitContextValue | undefined>;
export { ThreadkitContext, useLatest, useShallowStable };