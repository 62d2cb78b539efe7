import type {
  RunObject,
  ThreadkitError,
  ThreadSnapshot,
  TimelineMessage,
  TimelineRow,
} from '@threadkit/core';
import type { MessageIndex } from './message-index.ts';

/** The live and stored state of a thread, merged. Each field keeps its reference until it changes. */
export interface ThreadViewState {
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

/** The state with the indexes for lookups: stored messages by id and key, and the local messages that replace them. */
export interface IndexedState extends ThreadViewState {
  readonly index: MessageIndex;
  readonly shown: readonly TimelineMessage[];
  /** Merges `messages` on first read; states with the same messages share it. */
  readonly list: { read(): readonly TimelineMessage[] };
}
