'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '../../internals/button.tsx';
import { type PartProps, renderPart } from '../../internals/render-part.tsx';
import { useWords } from '../../locales/locale-provider.tsx';

export interface DeleteQuestionProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  onDelete: () => void;
  /** Also called on Escape. */
  onKeep: () => void;
}

/** Asks before a message goes for good. Renders a `<div>`. */
export function DeleteQuestion({ onDelete, onKeep, ...props }: DeleteQuestionProps): ReactNode {
  const words = useWords().message;
  return renderPart('div', 'message-question', {
    role: 'group',
    'aria-label': words.deleteAsks,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Escape answers the question; it does not stop a run as well.
      event.preventDefault();
      onKeep();
    },
    ...props,
    children: (
      <>
        <p>{words.deleteAsks}</p>
        <Button onClick={onDelete}>{words.delete}</Button>
        <Button look="quiet" autoFocus onClick={onKeep}>
          {words.keep}
        </Button>
      </>
    ),
  });
}
