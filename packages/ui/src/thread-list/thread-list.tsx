'use client';

import { useClient, useNow, useThreads } from '@threadkit/react';
import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { Button } from '../internals/button.tsx';
import { formatCount } from '../internals/format.ts';
import { NewIcon } from '../internals/icons/icons.tsx';
import { ErrorNotice } from '../internals/notice/error-notice.tsx';
import { RovingFocusList } from '../internals/roving-focus.tsx';
import { useAllStrings } from '../locales/list-strings.ts';
import { useLanguageTag } from '../locales/locale-provider.tsx';
import { groupByDay, nameDay } from './group-by-day.ts';
import { toDay, useStoreLastVisit } from './last-visit.ts';
import { SearchField } from './search-field.tsx';
import { ThreadRow } from './thread-row.tsx';
import { matchTitle, threadTitle } from './thread-title.ts';

/** Props of `ThreadList`. */
export interface ThreadListProps extends Omit<ComponentProps<'nav'>, 'onSelect'> {
  /** Id of the open thread. */
  threadId?: string | undefined;
  /** Called with the id of the thread that the user opens. */
  onSelect: (threadId: string) => void;
  /** Starts a new thread. Also called after the open thread was deleted. */
  onNew: () => void;
  /** Ids of the threads the app knows, newest first: shown when the backend cannot list threads. May be inline. */
  ids?: readonly string[] | undefined;
  /** Rendered below the list. */
  children?: ReactNode;
}

/**
 * The user's threads, grouped by the day of the last visit: open, search, rename and delete. Titles are read from
 * `metadata.title`; the day of the last visit is stored in `metadata.tk_visited_on`, at most once a day for the open
 * thread. Fills the height of its container. Renders a `<nav>`; requires a `<ThreadkitProvider>`.
 *
 * Keys: arrows, Home and End move between rows, F2 renames, Delete asks for confirmation.
 */
export function ThreadList({
  threadId,
  onSelect,
  onNew,
  ids,
  children,
  ...props
}: ThreadListProps): ReactNode {
  const strings = useAllStrings();
  const lang = useLanguageTag();
  const listId = useId();
  const now = useNow({ everyMs: 60_000 });
  const client = useClient();
  const threads = useThreads({ ids });
  const [search, setSearch] = useState('');
  const [focused, setFocused] = useState<string>();
  const { data = [], error, isPending, hasNextPage, isFetchingNextPage } = threads;
  useStoreLastVisit(
    data.find(({ id }) => id === threadId),
    toDay(now),
  );

  // The capability is known after the list's first response, which renders this component again.
  const cannotList = client.listThreads === undefined || client.capabilities.listThreads === false;
  const isSearching = search.trim() !== '';
  const found = isSearching
    ? data.filter((thread) => matchTitle(threadTitle(thread, strings, now), search))
    : data;
  const days = groupByDay(found, now);
  const shownIds = days.flatMap((day) => day.threads.map(({ id }) => id));
  const tabStop = [focused, threadId].find((id) => id !== undefined && shownIds.includes(id)) ?? shownIds[0];
  const count = formatCount(found.length, strings.languageTag);
  return (
    <nav data-slot="thread-list" lang={lang} aria-label={strings.threadList.label} {...props}>
      <div data-slot="thread-list-head">
        <Button data-slot="thread-list-new" variant="quiet" onClick={onNew}>
          <NewIcon />
          {strings.threadList.newThread}
        </Button>
        {data.length > 0 && <SearchField value={search} onChange={setSearch} controls={listId} />}
      </div>
      <RovingFocusList tabStopId={tabStop} onTabStopChange={setFocused}>
        <div data-slot="thread-list-rows" id={listId}>
          {isPending && <ThreadListLoading />}
          {error && <ErrorNotice error={error} onRetry={() => void threads.refetch()} />}
          {!isPending && !error && data.length === 0 && (
            <p data-slot="thread-list-note">
              {cannotList && ids === undefined ? strings.threadList.unlisted : strings.threadList.empty}
            </p>
          )}
          {days.map(({ day, threads: ofDay }) => (
            <section key={day ?? ''} data-slot="thread-list-day" aria-labelledby={day && `${listId}-${day}`}>
              {/* No day is known during server rendering; the line reserves the height of the first one. */}
              <p id={day && `${listId}-${day}`}>
                {day
                  ? nameDay(day, now, { languageTag: strings.languageTag, ...strings.threadList })
                  : '\u00a0'}
              </p>
              <ul>
                {ofDay.map((thread) => (
                  <ThreadRow
                    key={thread.id}
                    thread={thread}
                    isSelected={thread.id === threadId}
                    isTabStop={thread.id === tabStop}
                    now={now}
                    onSelect={() => onSelect(thread.id)}
                    onDeleted={() => {
                      void threads.refetch();
                      if (thread.id === threadId) onNew();
                    }}
                  />
                ))}
              </ul>
            </section>
          ))}
          {isSearching && (
            <p
              data-slot="thread-list-note"
              role="status"
              data-visually-hidden={found.length > 0 ? '' : undefined}
            >
              {strings.threadList.found(found.length, count)}
            </p>
          )}
          {hasNextPage && (
            <Button
              data-slot="thread-list-more"
              variant="quiet"
              aria-disabled={isFetchingNextPage}
              onClick={() => !isFetchingNextPage && void threads.fetchNextPage()}
            >
              {isSearching ? strings.threadList.searchMore : strings.threadList.showMore}
            </Button>
          )}
        </div>
      </RovingFocusList>
      {children}
    </nav>
  );
}

/** Static placeholder rows, shown when loading takes longer than 300 ms. */
function ThreadListLoading(): ReactNode {
  const strings = useAllStrings();
  return (
    <div data-slot="thread-list-loading" role="status" aria-label={strings.threadList.loading}>
      <span />
      <span />
      <span />
    </div>
  );
}
