import type {
  RunObject,
  ThreadkitError,
  ThreadSnapshot,
  TimelineMessage,
  TimelineRow,
} from '@threadkit/core';
import type { MessageIndex } from './message-index.ts';

/** What a thread shows: the stored and the happening, joined. Every part keeps its reference while it is the same. */
export interface ThreadViewState {
  readonly snapshot: ThreadSnapshot;
  /** Oldest first. Joined when it is first read: only those who want the whole list pay for it. */
  readonly messages: readonly TimelineMessage[];
  readonly rows: readonly TimelineRow[];
  /** The thread's known runs, oldest first; the live one included. */
  readonly runs: readonly RunObject[];
  /** The first page is not there yet. */
  readonly isLoading: boolean;
  readonly loadError: ThreadkitError | null;
  readonly hasOlder: boolean;
  /** Why the last `loadOlder` failed. */
  readonly olderError: ThreadkitError | null;
  readonly isLoadingOlder: boolean;
}

/** The state with what lookups need: the stored by id and key, and the few entries that stand above them. */
export interface IndexedState extends ThreadViewState {
  readonly index: MessageIndex;
  readonly shown: readonly TimelineMessage[];
  /** Where `messages` comes from; states with the same messages share it. */
  readonly list: { read(): readonly TimelineMessage[] };
}
