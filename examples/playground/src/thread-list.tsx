import { useQuery } from '@tanstack/react-query';
import type { ThreadObject } from '@threadkit/core';
import { useClient, useNow, useThreads } from '@threadkit/react';
import { groupByDay } from './group-by-day.ts';
import { ThemeToggle } from './theme-toggle.tsx';
import { threadTitle } from './thread-title.ts';

interface ThreadListProps {
  /** So that a button can open the list where there is no room beside the chat. */
  id: string;
  threadId: string | undefined;
  onOpen(threadId: string): void;
  onStart(): void;
}

/** The threads of this server, newest first. Beside the chat where there is room, a popover elsewhere. */
export function ThreadList({ id, threadId, onOpen, onStart }: ThreadListProps) {
  const { data, error, isPending } = useThreads();
  const now = useNow(60_000);
  // The list may be a popover: choosing something in it closes it.
  const close = () => document.getElementById(id)?.hidePopover();

  return (
    <nav id={id} className="threads" aria-label="Threads" popover="auto">
      <div className="thread-rows">
        {error !== null && <p className="note">The list could not be loaded. {error.message}</p>}
        {!isPending && error === null && data.length === 0 && <p className="note">No threads yet.</p>}
        {groupByDay(data ?? [], now).map(({ day, threads }) => (
          <section key={day} aria-label={day}>
            <h2>{day}</h2>
            {threads.map((thread) => (
              <ThreadRow
                key={thread.id}
                thread={thread}
                isOpen={thread.id === threadId}
                onOpen={() => {
                  onOpen(thread.id);
                  close();
                }}
              />
            ))}
          </section>
        ))}
      </div>
      <div className="threads-foot">
        <button
          type="button"
          className="quiet strong"
          onClick={() => {
            onStart();
            close();
          }}
        >
          New thread
        </button>
        <ThemeToggle />
      </div>
    </nav>
  );
}

interface ThreadRowProps {
  thread: ThreadObject;
  isOpen: boolean;
  onOpen(): void;
}

function ThreadRow({ thread, isOpen, onOpen }: ThreadRowProps) {
  const client = useClient();
  const { data: title } = useQuery({
    queryKey: ['playground', 'thread-title', thread.id],
    queryFn: ({ signal }) => threadTitle(client, thread, signal),
    staleTime: Number.POSITIVE_INFINITY,
    // A thread is there a moment before its first message.
    refetchInterval: ({ state }) => (state.data === null ? 1000 : false),
  });
  return (
    <button type="button" className="thread-row" aria-current={isOpen ? 'page' : undefined} onClick={onOpen}>
      {title ?? 'New thread'}
    </button>
  );
}
