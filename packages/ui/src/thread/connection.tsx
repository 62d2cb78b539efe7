'use client';

import type { ConnectionInfo as ConnectionFacts } from '@threadkit/core';
import type { ReactNode } from 'react';
import { formatCount } from '../internals/format.ts';
import * as Notice from '../internals/notice/index.ts';
import type { PartProps } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import type { LocaleStrings, Sentence } from '../locales/locale-strings.ts';

export interface ConnectionProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  connection: ConnectionFacts;
  onReconnect?: (() => void) | undefined;
}

function sentenceFor({ state }: ConnectionFacts, strings: LocaleStrings): Sentence | undefined {
  switch (state) {
    case 'stalled':
      return strings.connection.stalled;
    case 'reconnecting':
      return strings.connection.lost;
    case 'offline':
      return strings.connection.offline;
    case 'idle':
    case 'connecting':
    case 'live':
    // Polling needs no notice: it is slower, but nothing is lost.
    case 'polling':
      return undefined;
  }
}

/** Notice that the stream of a run is interrupted, with the number of attempts. Renders nothing while connected. */
export function Connection({ connection, onReconnect, ...props }: ConnectionProps): ReactNode {
  const strings = useStrings();
  const sentence = sentenceFor(connection, strings);
  if (!sentence) return null;
  return (
    <Notice.Root icon="broken" data-state={connection.state} {...props}>
      <Notice.Text title={sentence.title}>
        {sentence.text}
        {connection.attempt > 0 &&
          ` ${strings.connection.attempt(formatCount(connection.attempt, strings.locale))}`}
      </Notice.Text>
      {onReconnect && <Notice.Action onClick={onReconnect}>{strings.connection.reconnect}</Notice.Action>}
    </Notice.Root>
  );
}
