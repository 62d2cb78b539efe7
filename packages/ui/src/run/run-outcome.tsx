'use client';

import type { RunObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import * as Notice from '../internals/notice/index.ts';
import { RetryButton } from '../internals/notice/retry-button.tsx';
import type { PartProps } from '../internals/render-part.tsx';
import { useWords } from '../locales/locale-provider.tsx';
import { describeEnding, type EndingAction } from './describe-outcome.ts';

export interface RunEndingProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  run: RunObject;
  /** A person's answer was outstanding at the end. @defaultValue false */
  wasAsking?: boolean | undefined;
  /** Something had been written before the end. @defaultValue true */
  hasText?: boolean | undefined;
  /** Milliseconds until "Try again" may be pressed; the button counts them down. @defaultValue 0 */
  waitMs?: number | undefined;
  /** Takes the way on. Left out: the line has no button. */
  onAction?: ((action: EndingAction) => void) | undefined;
}

/** How a run ended, where it did not complete: one line, one way on. Renders nothing for other runs. */
export function RunEnding({
  run,
  wasAsking = false,
  hasText = true,
  waitMs,
  onAction,
  ...props
}: RunEndingProps): ReactNode {
  const words = useWords();
  const ending = describeEnding({ run, wasAsking, hasText }, words);
  if (!ending) return null;
  const { action } = ending;
  const labels: Record<EndingAction, string> = {
    continue: words.ending.continueLabel,
    again: words.ending.again,
    'ask-again': words.ending.askAgain,
    'try-again': words.ending.tryAgain,
  };
  return (
    <Notice.Root
      glyph={ending.glyph}
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
        <Notice.Details text={ending.details} facts={[{ label: words.error.run, value: run.id }]} />
      )}
    </Notice.Root>
  );
}
