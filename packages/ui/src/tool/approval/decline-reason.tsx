'use client';

import { type ReactNode, useId } from 'react';
import { Button } from '../../internals/button.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { ApprovalForm } from './approval-form.tsx';

export interface DeclineReasonProps {
  /** Called with what was written; undefined where nothing was. */
  onDecline: (reason: string | undefined) => void;
  onCancel: () => void;
  /** Stands behind the buttons. */
  children?: ReactNode;
}

/** "Decline", with a line that says why: the assistant reads it. Loaded when it is first asked for. */
export function DeclineReason({ onDecline, onCancel, children }: DeclineReasonProps): ReactNode {
  const { approval } = useStrings();
  const id = useId();
  return (
    <ApprovalForm
      submit={
        <Button type="submit" variant="primary" data-slot="tool-approval-reject">
          {approval.decline}
        </Button>
      }
      cancel={approval.back}
      onSubmit={(form) => {
        const reason = form.get('reason');
        onDecline(typeof reason === 'string' && reason.trim() !== '' ? reason.trim() : undefined);
      }}
      onCancel={onCancel}
      after={children}
    >
      <div data-slot="tool-approval-reason">
        <label htmlFor={id}>{approval.reason}</label>
        {/* The person pressed "Decline with reason": this is where they are going. */}
        <input id={id} name="reason" type="text" autoComplete="off" autoFocus />
      </div>
    </ApprovalForm>
  );
}
