'use client';

import type { ConnectionInfo } from '@threadkit/core';
import type { ReactNode } from 'react';
import { formatCount } from '../internals/format.ts';
import * as Notice from '../internals/notice/index.ts';
import type { PrimitiveProps } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import type { LocaleStrings } from '../locales/locale-strings.ts';

/** Props of `Connection`. */
export interface ConnectionProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The state of the connection, from `useConnection`. */
  connection: ConnectionInfo;
  /** Reconnects at once. Omit it to hide the button. */
  onReconnect?: (() => void) | undefined;
}

/** The strings of the states that are shown. Polling shows no notice, because the response still arrives. */
const STRINGS = { stalled: 'stalled', reconnecting: 'lost', offline: 'offline' } as const satisfies Partial<
  Record<ConnectionInfo['state'], keyof LocaleStrings['connection']>
>;

/**
 * A notice that the connection to the active run is lost, with the number of attempts. Renders a `<div>`, and nothing while
 * connected.
 */
export function Connection({ connection, onReconnect, ...props }: ConnectionProps): ReactNode {
  const strings = useStrings();
  const { state, attempt } = connection;
  if (!isShown(state)) return null;
  const { title, text } = strings.connection[STRINGS[state]];
  return (
    <Notice.Root icon="interrupted" data-state={state} {...props}>
      <Notice.Text title={title}>
        {text}
        {attempt > 0 && ` ${strings.connection.attempt(formatCount(attempt, strings.languageTag))}`}
      </Notice.Text>
      {onReconnect && <Notice.Action onClick={onReconnect}>{strings.connection.reconnect}</Notice.Action>}
    </Notice.Root>
  );
}

function isShown(state: ConnectionInfo['state']): state is keyof typeof STRINGS {
  return Object.hasOwn(STRINGS, state);
}
