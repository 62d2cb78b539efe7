'use client';

import { type ReactNode, useId } from 'react';
import { Button } from '../../internals/button.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { ApprovalForm } from './approval-form.tsx';

export interface DeclineReasonProps {
  /** Called with the reason, or `undefined` if it is empty. */
  onDecline: (reason: string | undefined) => void;
  onCancel: () => void;
  /** Rendered after the buttons. */
  children?: ReactNode;
}

/** Form to decline a call with a reason, which is sent to the assistant. Loaded when it is first opened. */
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
        {/* The user pressed "Decline with reason": focus its field. */}
        <input id={id} name="reason" type="text" autoComplete="off" autoFocus />
      </div>
    </ApprovalForm>
  );
}
