'use client';

import type { ThreadkitError } from '@threadkit/core';
import type { ReactNode } from 'react';
import { Button } from '../internals/button.tsx';
import { describeError } from '../internals/notice/describe-error.ts';
import * as Notice from '../internals/notice/index.ts';
import { RetryButton } from '../internals/notice/retry-button.tsx';
import { useStrings } from '../locales/locale-provider.tsx';

/** Props of `Message.Failure`. */
export interface MessageFailureProps {
  /** The reason, if known. */
  error?: ThreadkitError | null | undefined;
  /** Sends the message again. Called by "Retry". */
  onRetry: () => void;
  /** Milliseconds until "Retry" is enabled. @defaultValue 0 */
  retryAfterMs?: number | undefined;
  /** Removes the message from the thread. Called by "Discard". */
  onDiscard: () => void;
}

/** Error below a message that was not sent, with buttons to retry and discard. Renders a `<div>`. */
export function MessageFailure({ error, onRetry, retryAfterMs, onDiscard }: MessageFailureProps): ReactNode {
  const strings = useStrings();
  const reason = error && describeError(error, strings);
  return (
    <div data-slot="message-failure" role="group" aria-label={strings.message.notSent}>
      <p>
        <strong>{strings.message.notSent}</strong> {reason?.text}
      </p>
      <RetryButton retryAfterMs={retryAfterMs} onRetry={onRetry} />
      <Button variant="quiet" onClick={onDiscard}>
        {strings.message.discard}
      </Button>
      {reason && <Notice.Details text={reason.details} keyValues={reason.keyValues} />}
    </div>
  );
}
