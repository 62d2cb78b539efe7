'use client';

import type { Connection as ConnectionFacts } from '@threadkit/core';
import type { ReactNode } from 'react';
import { formatCount } from '../internals/format.ts';
import * as Notice from '../internals/notice/index.ts';
import type { PartProps } from '../internals/render-part.tsx';
import { useWords } from '../locales/locale-provider.tsx';
import type { Sentence, Words } from '../locales/locale-strings.ts';

export interface ConnectionProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  connection: ConnectionFacts;
  onReconnect?: (() => void) | undefined;
}

function sentenceFor({ state }: ConnectionFacts, words: Words): Sentence | undefined {
  switch (state) {
    case 'stalled':
      return words.connection.stalled;
    case 'reconnecting':
      return words.connection.lost;
    case 'offline':
      return words.connection.offline;
    case 'idle':
    case 'connecting':
    case 'live':
    // Polling is slower, not broken: there is nothing for the person to know or do.
    case 'polling':
      return undefined;
  }
}

/** The broken line: says that a run goes on out of sight, and counts the tries. Renders nothing while all is well. */
export function Connection({ connection, onReconnect, ...props }: ConnectionProps): ReactNode {
  const words = useWords();
  const sentence = sentenceFor(connection, words);
  if (!sentence) return null;
  return (
    <Notice.Root glyph="broken" data-state={connection.state} {...props}>
      <Notice.Text title={sentence.title}>
        {sentence.text}
        {connection.attempt > 0 &&
          ` ${words.connection.attempt(formatCount(connection.attempt, words.locale))}`}
      </Notice.Text>
      {onReconnect && <Notice.Action onClick={onReconnect}>{words.connection.reconnect}</Notice.Action>}
    </Notice.Root>
  );
}
