'use client';

import type { RunObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import { Button } from '../internals/button.tsx';
import { CollapsibleContent, CollapsibleRoot, CollapsibleTrigger } from '../internals/collapsible.tsx';
import { CopyButton } from '../internals/copy-button.tsx';
import { formatCount, formatDuration } from '../internals/format.ts';
import { AgainIcon, ChevronIcon } from '../internals/icons/icons.tsx';
import { LineIcon } from '../internals/icons/line-icon.tsx';
import type { PrimitiveProps } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';

/** Props of `RunSummary`. */
export interface RunSummaryProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The run. Its duration and its total tokens are shown. */
  run: RunObject;
  /** Number of tool calls, shown as "3 steps". Messages do not count. */
  stepCount: number;
  /** Returns the text for the copy button. `undefined` if the run wrote no text, which the summary then says. */
  getText: (() => string) | undefined;
  /** Called by the button beside the copy button. Omit it to hide the button. */
  onRegenerate?: (() => void) | undefined;
  /** `replace`: regenerates the response. `append`: sends the question again at the end. @defaultValue 'append' */
  regenerateMode?: 'replace' | 'append' | undefined;
  /** Rendered before the copy button. */
  actions?: ReactNode;
  /** Collapsible content: the summary becomes a button that toggles it. Rendered only while open. */
  details?: ReactNode;
}

/** The duration, steps and tokens of a completed run, with buttons to copy and regenerate. Renders a `<div>`. */
export function RunSummary({
  run,
  stepCount,
  getText,
  onRegenerate,
  regenerateMode = 'append',
  actions,
  details,
  ...props
}: RunSummaryProps): ReactNode {
  const strings = useStrings();
  const duration = runDurationMs(run);
  const againLabel = regenerateMode === 'replace' ? strings.run.regenerate : strings.run.askAgain;
  const tokens = run.usage?.total_tokens ?? 0;
  const count = (value: number): string => formatCount(value, strings.languageTag);
  const figures = [
    duration > 0 && formatDuration(duration, strings.languageTag),
    stepCount > 0 && strings.run.steps(stepCount, count(stepCount)),
    tokens > 0 && strings.run.tokens(tokens, count(tokens)),
  ].filter((figure) => figure !== false);
  const text = [getText ? '' : strings.outcome.noText, figures.join(' · ')].filter(Boolean).join(' ');
  const summary = (
    <span data-slot="run-summary-items">
      {text === '' && details !== undefined ? strings.run.timeline : text}
    </span>
  );
  return (
    <CollapsibleRoot data-slot="run-summary" role="group" aria-label={strings.run.details} {...props}>
      <LineIcon name="done" />
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
        {getText && <CopyButton text={getText} labels={strings.run} />}
        {onRegenerate && (
          <Button variant="icon" aria-label={againLabel} title={againLabel} onClick={onRegenerate}>
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

/** Milliseconds from a run's creation to its end, in whole seconds as the API reports them. 0 for an active run. */
function runDurationMs(run: RunObject): number {
  const end = run.completed_at ?? run.failed_at ?? run.cancelled_at;
  return end === null ? 0 : Math.max(0, end - run.created_at) * 1000;
}
