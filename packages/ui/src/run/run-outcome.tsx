'use client';

import type { RunObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import * as Notice from '../internals/notice/index.ts';
import { RetryButton } from '../internals/notice/retry-button.tsx';
import type { PrimitiveProps } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { describeOutcome, type OutcomeAction } from './describe-outcome.ts';

/** Props of `RunOutcome`. */
export interface RunOutcomeProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The run. Renders nothing unless it ended without completing. */
  run: RunObject;
  /** An approval was pending when the run expired. @defaultValue false */
  wasPendingApproval?: boolean | undefined;
  /** The run wrote text before it ended. @defaultValue true */
  hasText?: boolean | undefined;
  /** Milliseconds until "Retry" may be pressed; the button counts them down. @defaultValue 0 */
  retryAfterMs?: number | undefined;
  /** Called by the button of the outcome's action. Omit it to hide the button. */
  onAction?: ((action: OutcomeAction) => void) | undefined;
}

/** The outcome of a run that did not complete, with one action. Renders a `<div>`, and nothing for other runs. */
export function RunOutcome({
  run,
  wasPendingApproval = false,
  hasText = true,
  retryAfterMs,
  onAction,
  ...props
}: RunOutcomeProps): ReactNode {
  const strings = useStrings();
  const outcome = describeOutcome({ run, wasPendingApproval, hasText }, strings);
  if (!outcome) return null;
  const { action } = outcome;
  return (
    <Notice.Root
      icon={outcome.icon}
      tone={outcome.isFailure ? 'failed' : 'plain'}
      data-kind={outcome.kind}
      {...props}
    >
      <Notice.Text title={outcome.title}>{outcome.text}</Notice.Text>
      {action && onAction && (
        <RetryButton retryAfterMs={retryAfterMs} onRetry={() => onAction(action)}>
          {strings.outcome[action]}
        </RetryButton>
      )}
      {outcome.details !== undefined && (
        <Notice.Details text={outcome.details} keyValues={[{ label: strings.error.runId, value: run.id }]} />
      )}
    </Notice.Root>
  );
}
