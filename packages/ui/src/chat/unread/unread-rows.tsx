'use client';

import type { TimelineRow } from '@threadkit/core';
import { useEnvironment, useTimeline } from '@threadkit/react';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { useThreadParts } from '../../thread/thread.tsx';
import { findUnread, NOTHING_UNREAD, type ReadPosition, readPositionOf, type Unread } from './find-unread.ts';

/** How long the mark stands once the reader is back: long enough to find the place. */
const SEEN_MS = 3000;

const UnreadContext = createContext<Unread>(NOTHING_UNREAD);

/** What came while the reader was away: in another tab, or further up. */
export function useUnread(): Unread {
  return useContext(UnreadContext);
}

/** Watches for answers that come while nobody looks. For use below `Thread.Root`. */
export function UnreadProvider({ children }: { children: ReactNode }): ReactNode {
  const { rows, messagesOf } = useTimeline();
  const environment = useEnvironment();
  const { atEnd } = useThreadParts('UnreadProvider');
  const isAway = useSyncExternalStore(watchPage, isHidden, never) || !atEnd;
  const [wasAway, setWasAway] = useState(false);
  const [leaving, setLeaving] = useState<ReadPosition>();
  const saysSomething = (row: TimelineRow): boolean => messagesOf(row).length > 0;
  const isAnswer = (row: TimelineRow): boolean =>
    row.kind === 'run' || messagesOf(row).some(({ role }) => role === 'assistant');
  const { firstKey, count } = leaving ? findUnread(rows, leaving, saysSomething, isAnswer) : NOTHING_UNREAD;
  // Derived while rendering: an effect would show the answer without its mark first.
  if (isAway !== wasAway) {
    setWasAway(isAway);
    if (isAway) setLeaving(readPositionOf(rows, saysSomething));
    else if (count === 0) setLeaving(undefined);
  }

  const isSeen = !isAway && count > 0;
  // Joins the page's clock: who is back has seen it after a moment.
  useEffect(() => {
    if (!isSeen) return;
    return environment.setTimer(() => setLeaving(undefined), SEEN_MS);
  }, [environment, isSeen]);
  const value = useMemo(() => ({ firstKey, count }), [firstKey, count]);
  return <UnreadContext value={value}>{children}</UnreadContext>;
}

function watchPage(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}

const isHidden = (): boolean => document.hidden;
const never = (): boolean => false;
