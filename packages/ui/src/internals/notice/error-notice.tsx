'use client';

import type { ThreadkitError } from '@threadkit/core';
import type { ReactNode } from 'react';
import { useStrings } from '../../locales/locale-provider.tsx';
import type { PrimitiveProps } from '../render-part.tsx';
import { describeError } from './describe-error.ts';
import * as Notice from './index.ts';
import { RetryButton } from './retry-button.tsx';

/** Props of `ErrorNotice`. */
export interface ErrorNoticeProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The error to describe. Its message, status and request id are under "Details". */
  error: ThreadkitError;
  /** Called by "Retry", which is shown only with this prop. */
  onRetry?: (() => void) | undefined;
  /** Milliseconds until the retry is allowed. @defaultValue 0 */
  retryAfterMs?: number | undefined;
}

/** An error that belongs to no run and no message, with a retry action. Renders a `<div>`. */
export function ErrorNotice({ error, onRetry, retryAfterMs, ...props }: ErrorNoticeProps): ReactNode {
  const strings = useStrings();
  const { title, text, details, keyValues } = describeError(error, strings);
  return (
    <Notice.Root icon="failed" tone="failed" data-kind={error.kind} {...props}>
      <Notice.Text title={title}>{text}</Notice.Text>
      {onRetry && <RetryButton retryAfterMs={retryAfterMs} onRetry={onRetry} />}
      <Notice.Details text={details} keyValues={keyValues} />
    </Notice.Root>
  );
}
