'use client';

import type { TimelineRow } from '@threadkit/core';
import { useThreadState, useTimeline } from '@threadkit/react';
import { type ReactNode, useCallback, useEffect } from 'react';
import { ErrorNotice } from '../internals/notice/error-notice.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { createTextRow } from '../message/create-text-row.ts';
import { messageSource } from '../message/message-source.ts';
import { RunStatusLabel } from '../run/run-status.tsx';
import { LongList } from '../thread/long-list/long-list.tsx';
import { ThreadLoading, useScrollToBottom } from '../thread/thread.tsx';
import { BranchNotice } from './branch-notice.tsx';
import { useChat } from './chat-context.ts';
import { ChatEmpty } from './chat-empty.tsx';
import { ChatLoadOlder } from './load-older.tsx';
import { ChatMessage } from './message/chat-message.tsx';
import { RenderBoundary } from './render-boundary.tsx';
import { ChatRun } from './run/chat-run.tsx';
import { useUnread } from './unread/unread-provider.tsx';

/**
 * The messages and the runs of the thread, or its empty, loading or error state. Renders these elements side
 * by side; place it inside `Thread.Viewport`. Re-renders when rows are added or removed, not when text grows.
 */
export function ChatTimeline(): ReactNode {
  const { controller, components } = useChat('Chat.Timeline');
  const { Message = ChatMessage, Run = ChatRun } = components;
  const { rows, getMessages, isLoading, error, hasOlder, reload } = useTimeline();
  const isSending = useThreadState({ select: ({ status }) => status === 'sending' });
  const { firstKey: firstUnreadKey } = useUnread();
  const strings = useStrings();
  const getTextRow = useCallback(
    (row: TimelineRow) => createTextRow(getMessages(row), strings),
    [getMessages, strings],
  );
  const scrollToBottom = useScrollToBottom();
  // Scroll to the bottom when the thread changes.
  // oxlint-disable-next-line react/exhaustive-deps -- runs for each controller, and reads nothing from it
  useEffect(() => scrollToBottom(), [controller, scrollToBottom]);
  if (error && rows.length === 0) return <ErrorNotice error={error} onRetry={() => void reload()} />;
  if (isLoading && rows.length === 0) return <ThreadLoading />;
  if (rows.length === 0 && !isSending) return <ChatEmpty />;
  const readText = (row: TimelineRow): string =>
    getMessages(row)
      .map(({ message }) => messageSource(message))
      .join('\n\n');
  return (
    <>
      {hasOlder ? <ChatLoadOlder /> : <BranchNotice />}
      <LongList
        rows={rows}
        getTextRow={getTextRow}
        renderRow={(row, index) => (
          <RenderBoundary readText={() => readText(row)}>
            {row.kind === 'message' ? (
              <Message messageKey={row.key} isFirstUnread={row.key === firstUnreadKey} />
            ) : (
              <Run
                runId={row.runId}
                questionKey={questionBefore(rows, index)}
                isLast={index === rows.length - 1}
                isFirstUnread={row.key === firstUnreadKey}
              />
            )}
          </RenderBoundary>
        )}
      />
      {isSending && (
        <div data-slot="chat-run" data-scroll-anchor="row" data-live="">
          <RunStatusLabel status="sending" />
        </div>
      )}
    </>
  );
}

/** The key of the message that a run responds to: the nearest message before it. */
function questionBefore(rows: readonly TimelineRow[], index: number): string | undefined {
  let at = index - 1;
  while (at >= 0 && rows[at]?.kind !== 'message') at -= 1;
  return rows[at]?.key;
}
