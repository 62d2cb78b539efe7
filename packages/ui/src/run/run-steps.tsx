'use client';

import type { ReactNode } from 'react';
import { CollapsibleContent, CollapsibleRoot, CollapsibleTrigger } from '../internals/collapsible.tsx';
import { formatCount, formatDuration } from '../internals/format.ts';
import { ChevronIcon } from '../internals/icons/icons.tsx';
import { LineIcon } from '../internals/icons/line-icon.tsx';
import { type PrimitiveProps, renderPart } from '../internals/render-part.tsx';
import { wrapChildren } from '../internals/wrap-children.tsx';
import { useStrings } from '../locales/locale-provider.tsx';

/** More rows than this are collapsed once the run has ended. */
export const COLLAPSES_ABOVE = 4;

/** Props of `RunSteps`. */
export interface RunStepsProps extends PrimitiveProps<'div'> {
  /** Number of rows in `children`. */
  count: number;
  /** The run has ended: more than four rows collapse into one. @defaultValue false */
  isDone?: boolean | undefined;
  /** Milliseconds from the start of the first row to the end of the last one. */
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
  if (!isDone || count <= COLLAPSES_ABOVE) return renderPart('div', 'run-steps', { ...props, children });
  const steps = strings.run.steps(count, formatCount(count, strings.languageTag));
  return (
    <CollapsibleRoot data-slot="run-steps" data-collapsible="" {...props}>
      {wrapChildren(props.asChild, children, (inside) => (
        <>
          <LineIcon name="done" />
          <CollapsibleTrigger data-slot="run-step-row">
            <span data-slot="run-step-label">
              {strings.run.worked(
                durationMs > 0 ? formatDuration(durationMs, strings.languageTag) : '',
                steps,
              )}
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
