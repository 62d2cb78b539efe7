'use client';

import type { ReactNode } from 'react';
import {
  CollapsibleContent,
  type CollapsibleProps,
  CollapsibleRoot,
  CollapsibleTrigger,
} from '../../internals/collapsible.tsx';
import { createPartContext } from '../../internals/create-part-context.ts';
import { ChevronIcon } from '../../internals/icons/icons.tsx';
import { LineIcon } from '../../internals/icons/line-icon.tsx';
import type { IconName } from '../../internals/icons/named-icon.tsx';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import { wrapChildren } from '../../internals/wrap-children.tsx';

// Radix's own error for a trigger without a root names the Collapsible; this context names the public parts.
const [RunStepProvider, useRunStep] = createPartContext<object>('RunStep.Root');
const EMPTY_VALUE = {};

/** Props of `RunStep.Root`. */
export interface RunStepRootProps extends PrimitiveProps<'div'>, CollapsibleProps {
  /** The icon on the thread line. */
  icon: IconName;
  /** Status of the step, or state of the tool call. Selector: `[data-status]`. */
  status?: string | undefined;
}

/** One step of a run: a row on the thread line, with optional collapsible content. Renders a `<div>`. */
export function RunStepRoot({ icon, status, children, ...props }: RunStepRootProps): ReactNode {
  return (
    <RunStepProvider value={EMPTY_VALUE}>
      <CollapsibleRoot data-slot="run-step" data-status={status} data-icon={icon} {...props}>
        {wrapChildren(props.asChild, children, (inside) => (
          <>
            <LineIcon name={icon} />
            {inside}
          </>
        ))}
      </CollapsibleRoot>
    </RunStepProvider>
  );
}

/** Props of `RunStep.Trigger`. */
export type RunStepTriggerProps = PrimitiveProps<'button'>;

/** Button that toggles the step's content, with a trailing chevron. Renders a `<button>`. */
export function RunStepTrigger({ children, ...props }: RunStepTriggerProps): ReactNode {
  useRunStep('RunStep.Trigger');
  return (
    <CollapsibleTrigger data-slot="run-step-row" {...props}>
      {wrapChildren(props.asChild, children, (inside) => (
        <>
          {inside}
          <ChevronIcon data-slot="run-step-chevron" width="14" height="14" />
        </>
      ))}
    </CollapsibleTrigger>
  );
}

/** Props of `RunStep.Row`. */
export type RunStepRowProps = PrimitiveProps<'div'>;

/** The row of a step without content. Renders a `<div>`. */
export function RunStepRow(props: RunStepRowProps): ReactNode {
  return renderPart('div', 'run-step-row', props);
}

/** Props of `RunStep.Label`. */
export type RunStepLabelProps = PrimitiveProps<'span'>;

/** What the step did, as a verb phrase. Renders a `<span>`. */
export function RunStepLabel(props: RunStepLabelProps): ReactNode {
  return renderPart('span', 'run-step-label', props);
}

/** Props of `RunStep.Detail`. */
export type RunStepDetailProps = PrimitiveProps<'span'>;

/** Details that distinguish the step, truncated to one line. Renders a `<span>`. */
export function RunStepDetail(props: RunStepDetailProps): ReactNode {
  return renderPart('span', 'run-step-detail', props);
}

/** Props of `RunStep.Duration`. */
export type RunStepDurationProps = PrimitiveProps<'span'>;

/** How long the step took. Renders a `<span>`. */
export function RunStepDuration(props: RunStepDurationProps): ReactNode {
  return renderPart('span', 'run-step-duration', props);
}

/** Props of `RunStep.Content`. */
export type RunStepContentProps = PrimitiveProps<'div'>;

/** Content that the trigger toggles: children are rendered only while open. Renders a `<div>`. */
export function RunStepContent(props: RunStepContentProps): ReactNode {
  useRunStep('RunStep.Content');
  return <CollapsibleContent data-slot="run-step-content" {...props} />;
}
