'use client';

import type { ReactNode } from 'react';
import {
  Disclosure,
  DisclosureContent,
  type DisclosureProps,
  DisclosureTrigger,
} from '../../internals/disclosure.tsx';
import { ChevronIcon } from '../../internals/icons/icons.tsx';
import { Icon, type IconName } from '../../internals/icons/named-icon.tsx';
import { type PartProps, renderPart } from '../../internals/render-part.tsx';
import { wrapChildren } from '../../internals/wrap-children.tsx';

export interface RunStepRootProps extends PartProps<'div'>, DisclosureProps {
  /** The mark on the thread line. */
  icon: IconName;
  /** The wire's status word, or a tool call's state. Selector: `[data-status]`. */
  status?: string | undefined;
}

/** One thing that a run did, as a row on the thread line that may open. Renders a `<div>`. */
export function RunStepRoot({ icon, status, children, ...props }: RunStepRootProps): ReactNode {
  return (
    <Disclosure dataSlot="run-step" data-status={status} data-icon={icon} {...props}>
      {wrapChildren(props.asChild, children, (inside) => (
        <>
          <span data-slot="line-icon" data-icon={icon}>
            <Icon name={icon} />
          </span>
          {inside}
        </>
      ))}
    </Disclosure>
  );
}

/** Button that opens what the step holds, with a chevron at its end. Renders a `<button>`. */
export function RunStepTrigger({ children, ...props }: PartProps<'button'>): ReactNode {
  return (
    <DisclosureTrigger dataSlot="run-step-row" {...props}>
      {wrapChildren(props.asChild, children, (inside) => (
        <>
          {inside}
          <ChevronIcon data-slot="run-step-chevron" width="14" height="14" />
        </>
      ))}
    </DisclosureTrigger>
  );
}

/** The row of a step that has nothing to open. Renders a `<div>`. */
export function RunStepRow(props: PartProps<'div'>): ReactNode {
  return renderPart('div', 'run-step-row', props);
}

/** What was done, as a verb phrase. Renders a `<span>`. */
export function RunStepLabel(props: PartProps<'span'>): ReactNode {
  return renderPart('span', 'run-step-label', props);
}

/** The one or two things that tell this step from others, cut to one line. Renders a `<span>`. */
export function RunStepDetail(props: PartProps<'span'>): ReactNode {
  return renderPart('span', 'run-step-detail', props);
}

/** How long it took. Renders a `<span>`. */
export function RunStepDuration(props: PartProps<'span'>): ReactNode {
  return renderPart('span', 'run-step-duration', props);
}

/** What the trigger opens. Renders a `<div>`. */
export function RunStepContent(props: PartProps<'div'>): ReactNode {
  return <DisclosureContent dataSlot="run-step-content" {...props} />;
}
