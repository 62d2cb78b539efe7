'use client';

import type { TimelineRow } from '@threadkit/core';
import { useThreadState, useTimeline, useTimelineMessage } from '@threadkit/react';
import { memo, type ReactNode, useEffect } from 'react';
import * as Message from '../message/index.ts';
import { ErrorNotice } from '../notice/error-notice.tsx';
import { RunStatus } from '../run-status/run-status.tsx';
import * as Thread from '../thread/index.ts';
import { useScrollToEnd } from '../thread/thread.tsx';
import { Turn } from '../turn/turn.tsx';
import { useChat } from './chat-context.ts';
import { LoadOlder } from './load-older.tsx';
import { useWaitLeft } from './use-wait-left.ts';

export interface ChatTimelineProps {
  intro: string | undefined;
  openers: readonly string[] | undefined;
}

/** The rows of the thread. Renders again when rows come or go, never for text. */
export function ChatTimeline({ intro, openers }: ChatTimelineProps): ReactNode {
  const { controller, goOn, send } = useChat('ChatTimeline');
  const { rows, isLoading, error, hasOlder, isLoadingOlder, loadOlder, reload } = useTimeline(controller);
  const isSending = useThreadState(controller, ({ status }) => status === 'sending');
  const scrollToEnd = useScrollToEnd();
  // Joins the view's position to the thread: another one is met at its end.
  // oxlint-disable-next-line react/exhaustive-deps -- it answers to the thread, and reads nothing of it
  useEffect(() => scrollToEnd(), [controller, scrollToEnd]);
  if (error && rows.length === 0) return <ErrorNotice error={error} onRetry={() => void reload()} />;
  if (isLoading && rows.length === 0) return <Thread.Loading />;
  const open = (opener: string): void => {
    send(opener);
    goOn();
  };
  if (rows.length === 0 && !isSending) return <Thread.Empty intro={intro} openers={openers} onOpen={open} />;
  return (
    <>
      {hasOlder && <LoadOlder isLoading={isLoadingOlder} onLoad={() => void loadOlder()} />}
      {rows.map((row, index) =>
        row.kind === 'message' ? (
          <WrittenMessage key={row.key} messageKey={row.key} />
        ) : (
          <Turn
            key={row.key}
            runId={row.runId}
            questionKey={questionBefore(rows, index)}
            isLast={index === rows.length - 1}
          />
        ),
      )}
      {isSending && (
        <div data-slot="turn" data-live="">
          <RunStatus status="sending" />
        </div>
      )}
    </>
  );
}

function questionBefore(rows: readonly TimelineRow[], index: number): string | undefined {
  return rows.slice(0, index).findLast(({ kind }) => kind === 'message')?.key;
}

/** A message that no run wrote: the person's, or one that the thread was begun with. */
const WrittenMessage = memo(function WrittenMessage({ messageKey }: { messageKey: string }): ReactNode {
  const { controller } = useChat('WrittenMessage');
  const entry = useTimelineMessage(controller, messageKey);
  if (!entry) return null;
  return (
    <Message.Root role={entry.role} phase={entry.phase}>
      <Message.Content message={entry.message} />
      {entry.phase === 'failed' && <NotSent messageKey={messageKey} />}
    </Message.Root>
  );
});

function NotSent({ messageKey }: { messageKey: string }): ReactNode {
  const { controller, goOn, settleError } = useChat('NotSent');
  const error = useThreadState(controller, (snapshot) => snapshot.error);
  const waitMs = useWaitLeft(error);
  return (
    <Message.Failure
      error={error}
      waitMs={waitMs}
      onRetry={() => {
        void controller.retry(messageKey);
        goOn();
      }}
      onDiscard={() => {
        settleError(error);
        controller.discard(messageKey);
        goOn();
      }}
    />
  );
}
