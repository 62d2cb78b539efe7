'use client';

import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../internals/button.tsx';
import { isComposing } from '../../internals/is-composing.ts';

export interface ApprovalFormProps {
  /** The submit button. */
  submit: ReactNode;
  /** Label of the cancel button. */
  cancel: string;
  onSubmit: (form: FormData) => void;
  onCancel: () => void;
  /** Rendered after the buttons. */
  after: ReactNode;
  /** The fields. */
  children: ReactNode;
}

/** A form inside an approval. Escape closes it and does not stop the run. */
export function ApprovalForm({
  submit,
  cancel,
  onSubmit,
  onCancel,
  after,
  children,
}: ApprovalFormProps): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  // The thread does not follow what the user opens: keep the buttons in view.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  };
  return (
    <form
      ref={form}
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
