'use client';

import type { TimelineRow } from '@threadkit/core';
import { useThreadState, useTimeline } from '@threadkit/react';
import { type ReactNode, useCallback, useEffect } from 'react';
import { ErrorNotice } from '../internals/notice/error-notice.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { messageSource } from '../message/message-source.ts';
import { renderText } from '../message/render-text.ts';
import { RunStatusLabel } from '../run/run-status.tsx';
import * as Thread from '../thread/index.ts';
import { LongList } from '../thread/long-list/long-list.tsx';
import { useScrollToEnd } from '../thread/thread.tsx';
import { useChat } from './chat-context.ts';
import { type ChatEmptyProps, ChatGreeting } from './chat-empty.tsx';
import { Contained } from './contained.tsx';
import { LoadOlder } from './load-older.tsx';
import { ChatRun } from './run/run.tsx';
import { ThreadOrigin } from './thread-origin.tsx';
import { useUnread } from './unread/unread-rows.tsx';
import { UserMessage } from './user-message.tsx';

/** The rows of the thread. Renders again when rows come or go, never for text. */
export function ChatTimeline(beginning: ChatEmptyProps): ReactNode {
  const { controller } = useChat('ChatTimeline');
  const timeline = useTimeline({ controller });
  const { rows, messagesOf, isLoading, error, hasOlder, reload } = timeline;
  const isSending = useThreadState({ controller, select: ({ status }) => status === 'sending' });
  const { firstKey: firstNewKey } = useUnread();
  const strings = useStrings();
  const describe = useCallback(
    (row: TimelineRow) => renderText(messagesOf(row), strings),
    [messagesOf, strings],
  );
  const scrollToEnd = useScrollToEnd();
  // Joins the view's position to the thread: another one is met at its end.
  // oxlint-disable-next-line react/exhaustive-deps -- it answers to the thread, and reads nothing of it
  useEffect(() => scrollToEnd(), [controller, scrollToEnd]);
  if (error && rows.length === 0) return <ErrorNotice error={error} onRetry={() => void reload()} />;
  if (isLoading && rows.length === 0) return <Thread.Loading />;
  if (rows.length === 0 && !isSending) return <ChatGreeting {...beginning} />;
  return (
    <>
      {hasOlder && (
        <LoadOlder
          isLoading={timeline.isLoadingOlder}
          error={timeline.olderError}
          onLoad={() => void timeline.loadOlder()}
        />
      )}
      {!hasOlder && <ThreadOrigin />}
      <LongList
        rows={rows}
        renderText={describe}
        renderRow={(row, index) => (
          <Contained
            readText={() =>
              messagesOf(row)
                .map(({ message }) => messageSource(message))
                .join('\n\n')
            }
          >
            {row.kind === 'message' ? (
              <UserMessage messageKey={row.key} isNew={row.key === firstNewKey} />
            ) : (
              <ChatRun
                runId={row.runId}
                questionKey={questionBefore(rows, index)}
                isLast={index === rows.length - 1}
                isNew={row.key === firstNewKey}
              />
            )}
          </Contained>
        )}
      />
      {isSending && (
        <div data-slot="chat-run" data-live="">
          <RunStatusLabel status="sending" />
        </div>
      )}
    </>
  );
}

/** The message that a run answers: the nearest above it. */
function questionBefore(rows: readonly TimelineRow[], index: number): string | undefined {
  let at = index - 1;
  while (at >= 0 && rows[at]?.kind !== 'message') at -= 1;
  return rows[at]?.key;
}
