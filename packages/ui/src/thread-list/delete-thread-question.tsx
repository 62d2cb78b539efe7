'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../internals/button.tsx';
import { InlineQuestion } from '../internals/inline-question.tsx';
import { useAllStrings } from '../locales/list-strings.ts';

export interface DeleteThreadQuestionProps {
  title: string;
  onDelete: () => void;
  /** Also called on Escape. */
  onCancel: () => void;
}

/**
 * Asks in a row for confirmation before its thread is deleted. The box takes the focus, not a button, so that a second
 * press of Delete or Enter does not confirm.
 */
export function DeleteThreadQuestion({ title, onDelete, onCancel }: DeleteThreadQuestionProps): ReactNode {
  const strings = useAllStrings().threadList;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  // The row that had the focus is unmounted.
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  return (
    <InlineQuestion
      ref={box}
      dataSlot="thread-row-delete"
      aria-labelledby={`${id}-title ${id}-text`}
      tabIndex={-1}
      onDismiss={onCancel}
    >
      <p id={`${id}-title`} data-slot="thread-row-title">
        {title}
      </p>
      <p id={`${id}-text`}>{strings.deleteQuestion}</p>
      <div data-slot="thread-row-delete-actions">
        <Button variant="primary" onClick={onDelete}>
          {strings.delete}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {strings.cancel}
        </Button>
      </div>
    </InlineQuestion>
  );
}
