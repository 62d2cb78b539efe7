'use client';

import type { ReactNode } from 'react';
import { Button } from '../../internals/button.tsx';
import { InlineQuestion } from '../../internals/inline-question.tsx';
import type { PrimitiveProps } from '../../internals/render-part.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';

/** Props of `DeleteQuestion`. */
export interface DeleteQuestionProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** Deletes the message. Called after confirmation. */
  onDelete: () => void;
  /** Also called on Escape. */
  onCancel: () => void;
}

/** Asks for confirmation before a message is deleted. Renders a `<div>`. */
export function DeleteQuestion({ onDelete, onCancel, ...props }: DeleteQuestionProps): ReactNode {
  const strings = useStrings().message;
  return (
    <InlineQuestion
      dataSlot="message-question"
      aria-label={strings.deleteQuestion}
      {...props}
      onDismiss={onCancel}
    >
      <p>{strings.deleteQuestion}</p>
      <Button onClick={onDelete}>{strings.delete}</Button>
      <Button variant="quiet" autoFocus onClick={onCancel}>
        {strings.cancel}
      </Button>
    </InlineQuestion>
  );
}
