'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button, type ButtonProps } from '../../internals/button.tsx';
import { createPartContext } from '../../internals/create-part-context.ts';
import { formatClock } from '../../internals/format.ts';
import { LineIcon } from '../../internals/icons/line-icon.tsx';
import { useMergedRefs } from '../../internals/merge-refs.ts';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import { wrapChildren } from '../../internals/wrap-children.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';

interface ApprovalContext {
  readonly questionId: string;
}

const [ApprovalProvider, useApproval] = createPartContext<ApprovalContext>('ToolApproval.Root');

/** Whether the approval may take the focus: no element has it, or the empty composer. */
function mayTakeFocus(active: Element | null): boolean {
  if (active === null || active === document.body) return true;
  return (
    active instanceof HTMLTextAreaElement &&
    active.dataset['slot'] === 'composer-input' &&
    active.value === ''
  );
}

/**
 * The box of an approval. It takes the focus on mount, unless another element is in use. The box takes it and not a
 * button, so that a pressed key does not decide. Renders a `<section>`.
 */
export function ToolApprovalRoot({ ref, children, ...props }: PrimitiveProps<'section'>): ReactNode {
  const questionId = useId();
  const own = useRef<HTMLElement>(null);
  const merged = useMergedRefs<HTMLElement>(own, ref);
  // Take the focus on mount.
  useEffect(() => {
    if (mayTakeFocus(document.activeElement)) own.current?.focus({ preventScroll: true });
  }, []);
  return (
    <ApprovalProvider value={{ questionId }}>
      {renderPart('section', 'tool-approval', {
        ref: merged,
        tabIndex: -1,
        'aria-labelledby': questionId,
        ...props,
        children: wrapChildren(props.asChild, children, (inside) => (
          <>
            <LineIcon name="waiting" />
            {inside}
          </>
        )),
      })}
    </ApprovalProvider>
  );
}

/** The question: the accessible name of the box. Renders a `<p>`. */
export function ToolApprovalQuestion(props: PrimitiveProps<'p'>): ReactNode {
  const { questionId } = useApproval('ToolApproval.Question');
  return renderPart('p', 'tool-approval-question', { id: questionId, ...props });
}

/** The row of buttons. Renders a `<div>`. */
export function ToolApprovalActions(props: PrimitiveProps<'div'>): ReactNode {
  return renderPart('div', 'tool-approval-actions', props);
}

/** The filled button that approves the call. Renders a `<button>`. */
export function ToolApprovalApprove(props: ButtonProps): ReactNode {
  return <Button data-slot="tool-approval-approve" variant="primary" {...props} />;
}

/** The button that declines the call, labeled "Decline" without children. Renders a `<button>`. */
export function ToolApprovalReject({ children, ...props }: ButtonProps): ReactNode {
  const strings = useStrings();
  return (
    <Button data-slot="tool-approval-reject" {...props}>
      {children ?? strings.approval.decline}
    </Button>
  );
}

/** Props of `ToolApproval.TimeLeft`. */
export interface ToolApprovalTimeLeftProps extends Omit<PrimitiveProps<'span'>, 'children' | 'asChild'> {
  /** The end of the time limit in Unix milliseconds. */
  expiresAt: number;
  /** The current time in Unix milliseconds. */
  now: number;
}

/** The time left to decide; not announced on each tick. Renders a `<span>`. */
export function ToolApprovalTimeLeft({ expiresAt, now, ...props }: ToolApprovalTimeLeftProps): ReactNode {
  const strings = useStrings();
  const left = expiresAt - now;
  return renderPart('span', 'tool-approval-time', {
    ...props,
    children:
      left > 0 ? strings.approval.timeLeft(formatClock(left, strings.languageTag)) : strings.approval.timeUp,
  });
}
