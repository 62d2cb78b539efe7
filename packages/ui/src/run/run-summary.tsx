'use client';

import type { RunObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import { Button } from '../internals/button.tsx';
import { CollapsibleContent, CollapsibleRoot, CollapsibleTrigger } from '../internals/collapsible.tsx';
import { CopyButton } from '../internals/copy-button.tsx';
import { formatCount, formatDuration } from '../internals/format.ts';
import { AgainIcon, ChevronIcon } from '../internals/icons/icons.tsx';
import { Icon } from '../internals/icons/named-icon.tsx';
import type { PartProps } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { runDurationMs } from './run-duration.ts';

export interface RunSummaryProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  run: RunObject;
  /** Tool steps of the run; the message it wrote is not counted. */
  stepCount: number;
  /** Reads what the copy button copies. Undefined where the run wrote nothing, which the facts then say. */
  answer: (() => string) | undefined;
  onAgain?: (() => void) | undefined;
  /** `replace`: the answer goes and its question is answered anew. `below`: it is asked once more. @defaultValue 'below' */
  again?: 'replace' | 'below' | undefined;
  /** Further actions, before copy. */
  actions?: ReactNode;
  /** Opened by the facts, which are a button then. Rendered while it is open. */
  details?: ReactNode;
}

/** What a completed run took, with copy and run again at its end; says so where it wrote nothing. Renders a `<div>`. */
export function RunSummary({
  run,
  stepCount,
  answer,
  onAgain,
  again = 'below',
  actions,
  details,
  ...props
}: RunSummaryProps): ReactNode {
  const strings = useStrings();
  const duration = runDurationMs(run);
  const againLabel = again === 'replace' ? strings.run.regenerate : strings.run.askAgain;
  const tokens = run.usage?.total_tokens ?? 0;
  const count = (value: number): string => formatCount(value, strings.locale);
  const facts = [
    duration > 0 && formatDuration(duration, strings.locale),
    stepCount > 0 && strings.run.steps(stepCount, count(stepCount)),
    tokens > 0 && strings.run.tokens(tokens, count(tokens)),
  ].filter((fact) => fact !== false);
  const told = [answer ? '' : strings.outcome.noText, facts.join(' · ')].filter(Boolean).join(' ');
  const summary = (
    <span data-slot="run-summary-items">
      {told === '' && details !== undefined ? strings.run.timeline : told}
    </span>
  );
  return (
    <CollapsibleRoot data-slot="run-summary" role="group" aria-label={strings.run.details} {...props}>
      <span data-slot="line-icon" data-icon="done">
        <Icon name="done" />
      </span>
      {details === undefined ? (
        summary
      ) : (
        <CollapsibleTrigger data-slot="run-summary-trigger" title={strings.run.timeline}>
          {summary}
          <ChevronIcon data-slot="run-step-chevron" width="14" height="14" />
        </CollapsibleTrigger>
      )}
      <span data-slot="run-summary-actions">
        {actions}
        {answer && <CopyButton text={answer} labels={strings.run} />}
        {onAgain && (
          <Button variant="icon" aria-label={againLabel} title={againLabel} onClick={onAgain}>
            <AgainIcon />
          </Button>
        )}
      </span>
      {details !== undefined && (
        <CollapsibleContent data-slot="run-summary-details">{details}</CollapsibleContent>
      )}
    </CollapsibleRoot>
  );
}
