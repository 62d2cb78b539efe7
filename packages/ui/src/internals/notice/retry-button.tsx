'use client';

import type { ReactNode } from 'react';
import { useStrings } from '../../locales/locale-provider.tsx';
import { Button, type ButtonProps } from '../button.tsx';
import { formatDuration } from '../format.ts';

export interface RetryButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** Milliseconds to wait that the server requests: the button counts them down, and is enabled afterwards. */
  retryAfterMs?: number | undefined;
  onRetry: () => void;
}

/** "Retry" (or `children`), with a countdown while it must wait. Keeps the focus while it waits. Renders a `<button>`. */
export function RetryButton({ retryAfterMs = 0, onRetry, children, ...props }: RetryButtonProps): ReactNode {
  const strings = useStrings();
  const waits = retryAfterMs > 0;
  const seconds = formatDuration(Math.ceil(retryAfterMs / 1000) * 1000, strings.languageTag);
  return (
    <Button
      data-slot="notice-action"
      aria-disabled={waits ? true : undefined}
      onClick={() => !waits && onRetry()}
      {...props}
    >
      {waits ? strings.error.retryIn(seconds) : (children ?? strings.error.retry)}
    </Button>
  );
}
