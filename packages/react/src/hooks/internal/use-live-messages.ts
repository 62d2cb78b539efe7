'use client';
import type { MessageObject } from '@threadkit/core';
import { useMemo } from 'react';
import type { ThreadViewState } from '../../thread-view/thread-view-state.ts';
import { useLive } from './use-live.ts';

/** The messages of a thread, stored and live, oldest first. `undefined` while there is none. */
export function useLiveMessages(threadId: string | undefined): readonly MessageObject[] | undefined {
  const timeline = useLive(threadId, selectMessages);
  return useMemo(
    () => (timeline.length === 0 ? undefined : timeline.map(({ message }) => message)),
    [timeline],
  );
}

const selectMessages = ({ messages }: ThreadViewState) => messages;
