'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../internals/button.tsx';
import { useAllStrings } from '../locales/use-all-strings.ts';

export interface DeleteQuestionProps {
  title: string;
  onDelete: () => void;
  onKeep: () => void;
}

/** Asks in a row's place whether its thread shall go. The box takes the focus, so that no second press answers it. */
export function DeleteQuestion({ title, onDelete, onKeep }: DeleteQuestionProps): ReactNode {
  const strings = useAllStrings().threadList;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  // Joins the document's focus: the row that had it has made room.
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const keep = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onKeep();
  };
  return (
    <div
      ref={box}
      data-slot="thread-row-question"
      role="group"
      aria-labelledby={`${id}-title ${id}-text`}
      tabIndex={-1}
      onKeyDown={keep}
    >
      <p id={`${id}-title`} data-slot="thread-row-title">
        {title}
      </p>
      <p id={`${id}-text`}>{strings.deleteQuestion}</p>
      <div data-slot="thread-row-answers">
        <Button variant="primary" onClick={onDelete}>
          {strings.delete}
        </Button>
        <Button variant="quiet" onClick={onKeep}>
          {strings.keep}
        </Button>
      </div>
    </div>
  );
}
