'use client';

import * as Collapsible from '@radix-ui/react-collapsible';
import type { ComponentProps, ReactNode } from 'react';
import { Glyph, type GlyphName } from '../icons/glyphs.tsx';
import { ChevronIcon } from '../icons/icons.tsx';
import { type PartProps, renderPart } from '../internals/render-part.tsx';

export interface RunStepRootProps extends ComponentProps<typeof Collapsible.Root> {
  /** The mark on the thread line. */
  glyph: GlyphName;
  /** The wire's status word, or a tool call's state. Selector: `[data-status]`. */
  status?: string | undefined;
}

/** One thing that a run did, as a row on the thread line that may open. Renders a `<div>`. */
export function RunStepRoot({ glyph, status, children, ...props }: RunStepRootProps): ReactNode {
  return (
    <Collapsible.Root data-slot="run-step" data-status={status} data-glyph={glyph} {...props}>
      <span data-slot="line-glyph" data-glyph={glyph}>
        <Glyph name={glyph} />
      </span>
      {children}
    </Collapsible.Root>
  );
}

/** Button that opens what the step holds, with a chevron at its end. Renders a `<button>`. */
export function RunStepTrigger({
  children,
  ...props
}: ComponentProps<typeof Collapsible.Trigger>): ReactNode {
  return (
    <Collapsible.Trigger data-slot="run-step-row" {...props}>
      {children}
      <ChevronIcon data-slot="run-step-chevron" width="14" height="14" />
    </Collapsible.Trigger>
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
export function RunStepContent(props: ComponentProps<typeof Collapsible.Content>): ReactNode {
  return <Collapsible.Content data-slot="run-step-content" {...props} />;
}
