'use client';

import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../internals/button.tsx';
import { isComposing } from '../../internals/is-composing.ts';

export interface ApprovalFormProps {
  /** The button that sends it. */
  submit: ReactNode;
  /** What the way back is called. */
  cancel: string;
  onSubmit: (form: FormData) => void;
  onCancel: () => void;
  /** Stands behind the buttons. */
  after: ReactNode;
  /** The fields. */
  children: ReactNode;
}

/** A form inside an approval. Escape leaves it without stopping the run. */
export function ApprovalForm({
  submit,
  cancel,
  onSubmit,
  onCancel,
  after,
  children,
}: ApprovalFormProps): ReactNode {
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  };
  return (
    <form
      data-slot="tool-approval-form"
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.preventDefault();
        onCancel();
      }}
    >
      {children}
      <div data-slot="tool-approval-actions">
        {submit}
        <Button variant="quiet" onClick={onCancel}>
          {cancel}
        </Button>
        {after}
      </div>
    </form>
  );
}
