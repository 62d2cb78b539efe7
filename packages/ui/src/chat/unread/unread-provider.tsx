'use client';

import type { TimelineRow } from '@threadkit/core';
import { useEnvironment, useTimeline } from '@threadkit/react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { usePageHidden } from '../../internals/use-page-hidden.ts';
import { useThreadParts } from '../../thread/thread.tsx';
import {
  findUnread,
  getReadPosition,
  NOTHING_UNREAD,
  type ReadPosition,
  type Unread,
} from './find-unread.ts';

/** How long the divider stays after the user is back: long enough to find it. */
const SEEN_MS = 3000;

const UnreadContext = createContext<Unread>(NOTHING_UNREAD);

/** The responses that arrived while the tab was hidden or the end was not followed. */
export function useUnread(): Unread {
  return useContext(UnreadContext);
}

/** Tracks unread responses. For use inside of `Thread.Root`. */
export function UnreadProvider({ children }: { children: ReactNode }): ReactNode {
  const { rows, getMessages } = useTimeline();
  const environment = useEnvironment();
  const { atEnd } = useThreadParts('UnreadProvider');
  const isAway = usePageHidden() || !atEnd;
  const [wasAway, setWasAway] = useState(false);
  const [readPosition, setReadPosition] = useState<ReadPosition>();
  const hasMessages = (row: TimelineRow): boolean => getMessages(row).length > 0;
  const isResponse = (row: TimelineRow): boolean =>
    row.kind === 'run' || getMessages(row).some(({ role }) => role === 'assistant');
  const { firstKey, count } = readPosition
    ? findUnread(rows, readPosition, hasMessages, isResponse)
    : NOTHING_UNREAD;
  // Derived while rendering: with an effect the response would first be painted without its divider.
  if (isAway !== wasAway) {
    setWasAway(isAway);
    if (isAway) setReadPosition(getReadPosition(rows, hasMessages));
    else if (count === 0) setReadPosition(undefined);
  }

  const isSeen = !isAway && count > 0;
  // Remove the divider some seconds after the user is back.
  useEffect(() => {
    if (!isSeen) return;
    return environment.setTimer(() => setReadPosition(undefined), SEEN_MS);
  }, [environment, isSeen]);
  const value = useMemo(() => ({ firstKey, count }), [firstKey, count]);
  return <UnreadContext value={value}>{children}</UnreadContext>;
}
