'use client';

import type { KeyboardEvent, ReactElement } from 'react';
import { composeHandlers } from './compose-handlers.ts';
import { type PrimitiveProps, renderPart } from './render-part.tsx';

export interface InlineQuestionProps extends PrimitiveProps<'div'> {
  dataSlot: string;
  /** Called on Escape, which then reaches no other handler: it would also stop the run, or close the thread list. */
  onDismiss: () => void;
}

/**
 * A confirmation that replaces the element it is about. Renders a `<div role="group">`.
 *
 * Not an AlertDialog: the question is asked in one row of a list while a response may still stream beside it, and a
 * modal dialog would hide both.
 */
export function InlineQuestion({
  dataSlot,
  onDismiss,
  onKeyDown,
  ...props
}: InlineQuestionProps): ReactElement {
  const dismiss = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onDismiss();
  };
  return renderPart('div', dataSlot, {
    role: 'group',
    ...props,
    onKeyDown: composeHandlers(onKeyDown, dismiss),
  });
}
