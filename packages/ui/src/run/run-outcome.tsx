'use client';

import type { RunObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import * as Notice from '../internals/notice/index.ts';
import { RetryButton } from '../internals/notice/retry-button.tsx';
import type { PartProps } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { describeOutcome, type OutcomeAction } from './describe-outcome.ts';

export interface RunOutcomeProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  run: RunObject;
  /** A person's answer was outstanding at the end. @defaultValue false */
  wasAsking?: boolean | undefined;
  /** Something had been written before the end. @defaultValue true */
  hasText?: boolean | undefined;
  /** Milliseconds until "Retry" may be pressed; the button counts them down. @defaultValue 0 */
  waitMs?: number | undefined;
  /** Takes the way on. Left out: the line has no button. */
  onAction?: ((action: OutcomeAction) => void) | undefined;
}

/** How a run ended, where it did not complete: one line, one way on. Renders nothing for other runs. */
export function RunOutcome({
  run,
  wasAsking = false,
  hasText = true,
  waitMs,
  onAction,
  ...props
}: RunOutcomeProps): ReactNode {
  const strings = useStrings();
  const ending = describeOutcome({ run, wasAsking, hasText }, strings);
  if (!ending) return null;
  const { action } = ending;
  const labels: Record<OutcomeAction, string> = {
    continue: strings.outcome.continue,
    again: strings.outcome.runAgain,
    'ask-again': strings.outcome.askAgain,
    'try-again': strings.outcome.retry,
  };
  return (
    <Notice.Root
      icon={ending.icon}
      tone={ending.isFailure ? 'failed' : 'plain'}
      data-kind={ending.kind}
      {...props}
    >
      <Notice.Text title={ending.title}>{ending.text}</Notice.Text>
      {action && onAction && (
        <RetryButton waitMs={waitMs} onRetry={() => onAction(action)}>
          {labels[action]}
        </RetryButton>
      )}
      {ending.details !== undefined && (
        <Notice.Details text={ending.details} keyValues={[{ label: strings.error.runId, value: run.id }]} />
      )}
    </Notice.Root>
  );
}
