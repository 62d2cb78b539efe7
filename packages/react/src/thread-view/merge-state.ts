import {
  type ListPage,
  mergeMessages,
  type RunObject,
  type ThreadkitError,
  type ThreadSnapshot,
  type TimelineMessage,
  type TimelineRow,
} from '@threadkit/core';
import { toRows, visibleLocalMessages } from '@threadkit/core/internal';
import type { MessageIndex } from './message-index.ts';
import type { IndexedState } from './thread-view-state.ts';

/** The live state of a thread (`snapshot`) and its stored objects. */
export interface ViewInputs {
  readonly snapshot: ThreadSnapshot;
  readonly index: MessageIndex;
  readonly listedRuns: ListPage<RunObject> | undefined;
  readonly isLoading: boolean;
  readonly loadError: ThreadkitError | null;
  readonly hasOlder: boolean;
  readonly olderError: ThreadkitError | null;
  readonly isLoadingOlder: boolean;
}

/**
 * Merges live and stored state. The cost of a delta does not grow with the thread: the list of rows is only rebuilt
 * when a row is added or removed, or the cache changes.
 */
export function mergeState(before: IndexedState | undefined, inputs: ViewInputs): IndexedState {
  const { snapshot, index, listedRuns, ...loading } = inputs;
  const shown = visibleLocalMessages(snapshot.localMessages, index.byId);
  const runs = reuseList(before?.runs, withCurrent(listedRuns?.data, snapshot.run));
  const isSameCache = before?.index === index;
  const list = isSameCache && isSame(before.shown, shown, Object.is) ? before.list : createList(inputs);
  const isSameOutline =
    isSameCache && isSame(before.shown, shown, hasSamePlace) && isSame(before.runs, runs, hasSameId);
  return {
    snapshot,
    index,
    shown,
    list,
    runs,
    rows: isSameOutline ? before.rows : reuseRows(before?.rows, toRows(list.read(), runs)),
    get messages() {
      return list.read();
    },
    ...loading,
  };
}

/** Merges the messages when they are first read. */
function createList({ index, snapshot }: ViewInputs): IndexedState['list'] {
  let messages: readonly TimelineMessage[] | undefined;
  return {
    read: () => (messages ??= mergeMessages(index.messages, snapshot.localMessages, index.byId)),
  };
}

/** Whether `toRows` reads the same values from both messages. */
function hasSamePlace(before: TimelineMessage, after: TimelineMessage): boolean {
  return (
    before === after ||
    (before.key === after.key &&
      before.id === after.id &&
      before.message.created_at === after.message.created_at)
  );
}

function hasSameId(before: RunObject, after: RunObject): boolean {
  return before.id === after.id && before.metadata === after.metadata;
}

/** The listed runs, oldest first, with the newer object of the controller's run. */
function withCurrent(
  listed: readonly RunObject[] | undefined,
  current: RunObject | undefined,
): readonly RunObject[] {
  const runs = (listed ?? []).toReversed();
  if (!current) return runs;
  const index = runs.findIndex(({ id }) => id === current.id);
  return index === -1 ? [...runs, current] : runs.with(index, current);
}

function isSame<T>(before: readonly T[], after: readonly T[], isEqual: (a: T, b: T) => boolean): boolean {
  return before.length === after.length && before.every((item, index) => isEqual(item, after[index] as T));
}

function reuseList<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  return before && isSame(before, after, Object.is) ? before : after;
}

function reuseRows(
  before: readonly TimelineRow[] | undefined,
  after: readonly TimelineRow[],
): readonly TimelineRow[] {
  const isEqual = (a: TimelineRow, b: TimelineRow): boolean => a.key === b.key && a.kind === b.kind;
  return before && isSame(before, after, isEqual) ? before : after;
}
