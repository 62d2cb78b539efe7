'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '../../internals/button.tsx';
import { type PartProps, renderPart } from '../../internals/render-part.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';

export interface DeleteQuestionProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  onDelete: () => void;
  /** Also called on Escape. */
  onKeep: () => void;
}

/** Asks before a message goes for good. Renders a `<div>`. */
export function DeleteQuestion({ onDelete, onKeep, ...props }: DeleteQuestionProps): ReactNode {
  const strings = useStrings().message;
  return renderPart('div', 'message-question', {
    role: 'group',
    'aria-label': strings.deleteAsks,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Escape answers the question; it does not stop a run as well.
      event.preventDefault();
      onKeep();
    },
    ...props,
    children: (
      <>
        <p>{strings.deleteAsks}</p>
        <Button onClick={onDelete}>{strings.delete}</Button>
        <Button variant="quiet" autoFocus onClick={onKeep}>
          {strings.keep}
        </Button>
      </>
    ),
  });
}
