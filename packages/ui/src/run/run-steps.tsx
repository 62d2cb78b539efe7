'use client';

import type { ReactNode } from 'react';
import { CollapsibleContent, CollapsibleRoot, CollapsibleTrigger } from '../internals/collapsible.tsx';
import { formatCount, formatDuration } from '../internals/format.ts';
import { ChevronIcon } from '../internals/icons/icons.tsx';
import { Icon } from '../internals/icons/named-icon.tsx';
import { type PartProps, renderPart } from '../internals/render-part.tsx';
import { wrapChildren } from '../internals/wrap-children.tsx';
import { useStrings } from '../locales/locale-provider.tsx';

/** More rows than this fold to one once the answer is there. */
export const FOLDS_ABOVE = 4;

export interface RunStepsProps extends PartProps<'div'> {
  /** How many rows `children` are. */
  count: number;
  /** The run has ended: many rows fold to one. @defaultValue false */
  isDone?: boolean | undefined;
  /** Milliseconds from the first row's start to the last one's end. */
  durationMs?: number | undefined;
}

/** Consecutive steps of one run on the thread line. Renders a `<div>`. */
export function RunSteps({
  count,
  isDone = false,
  durationMs = 0,
  children,
  ...props
}: RunStepsProps): ReactNode {
  const strings = useStrings();
  if (!isDone || count <= FOLDS_ABOVE) return renderPart('div', 'run-steps', { ...props, children });
  const steps = strings.run.steps(count, formatCount(count, strings.locale));
  return (
    <CollapsibleRoot data-slot="run-steps" data-folds="" {...props}>
      {wrapChildren(props.asChild, children, (inside) => (
        <>
          <span data-slot="line-icon" data-icon="done">
            <Icon name="done" />
          </span>
          <CollapsibleTrigger data-slot="run-step-row">
            <span data-slot="run-step-label">
              {strings.run.worked(durationMs > 0 ? formatDuration(durationMs, strings.locale) : '', steps)}
            </span>
            <span data-slot="run-step-detail" />
            <ChevronIcon data-slot="run-step-chevron" width="14" height="14" />
          </CollapsibleTrigger>
          <CollapsibleContent data-slot="run-steps-content">{inside}</CollapsibleContent>
        </>
      ))}
    </CollapsibleRoot>
  );
}
