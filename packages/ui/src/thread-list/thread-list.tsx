'use client';

import { useClient, useNow, useThreads } from '@threadkit/react';
import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { Button } from '../internals/button.tsx';
import { formatCount } from '../internals/format.ts';
import { NewIcon } from '../internals/icons/icons.tsx';
import { ErrorNotice } from '../internals/notice/error-notice.tsx';
import { RovingFocusList } from '../internals/roving-focus.tsx';
import { useLocaleTag } from '../locales/locale-provider.tsx';
import { useAllStrings } from '../locales/use-all-strings.ts';
import { groupByDay, nameDay } from './group-by-day.ts';
import { dayOf } from './last-visit.ts';
import { matchTitle } from './match-title.ts';
import { SearchField } from './search-field.tsx';
import { ThreadRow } from './thread-row.tsx';
import { threadTitle } from './thread-title.ts';
import { useVisit } from './use-visit.ts';

export interface ThreadListProps extends Omit<ComponentProps<'nav'>, 'onSelect'> {
  /** The thread that is open. */
  threadId?: string | undefined;
  onSelect: (threadId: string) => void;
  /** Begins a thread. Also called when the open one was deleted. */
  onNew: () => void;
  /**
   * The threads the app knows of, newest first: shown where the backend cannot list threads itself. Keep the list
   * the same while its ids are.
   */
  ids?: readonly string[] | undefined;
  /** Stands below the list. */
  children?: ReactNode;
}

/**
 * The threads of this user under the day of their last visit, to open, search, rename and delete. Titles are the
 * threads' `metadata.title`; the day of the last visit is kept in `metadata.tk_visited_on`, written at most once a
 * day for the thread that is open. Fills its container's height. Renders a `<nav>`; needs a `<ThreadkitProvider>`.
 *
 * Keys: arrows, Home and End go from row to row, F2 renames, Delete asks.
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
  const lang = useLocaleTag();
  const listId = useId();
  const now = useNow({ everyMs: 60_000 });
  const client = useClient();
  const threads = useThreads({ ids });
  const [search, setSearch] = useState('');
  const [focused, setFocused] = useState<string>();
  const { data = [], error, isPending, hasNextPage, isFetchingNextPage } = threads;
  useVisit(
    data.find(({ id }) => id === threadId),
    dayOf(now),
  );

  // Known by the list's own answer, which renders this again.
  const cannotList = client.listThreads === undefined || client.capabilities.listThreads === false;
  const isSearching = search.trim() !== '';
  const found = isSearching
    ? data.filter((thread) => matchTitle(threadTitle(thread, strings, now), search))
    : data;
  const days = groupByDay(found, now);
  const shownIds = days.flatMap((day) => day.threads.map(({ id }) => id));
  const tabStop = [focused, threadId].find((id) => id !== undefined && shownIds.includes(id)) ?? shownIds[0];
  const count = formatCount(found.length, strings.locale);
  return (
    <nav data-slot="thread-list" lang={lang} aria-label={strings.threadList.label} {...props}>
      <div data-slot="thread-list-head">
        <Button data-slot="thread-list-new" variant="quiet" onClick={onNew}>
          <NewIcon />
          {strings.threadList.new}
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
              {/* A server knows no day: its line keeps the place of the first. */}
              <p id={day && `${listId}-${day}`}>
                {day ? nameDay(day, now, { locale: strings.locale, ...strings.threadList }) : '\u00a0'}
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
                    onGone={() => {
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
              {isSearching ? strings.threadList.searchMore : strings.threadList.more}
            </Button>
          )}
        </div>
      </RovingFocusList>
      {children}
    </nav>
  );
}

/** Still lines where rows will stand, shown when loading takes longer than a moment. */
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
