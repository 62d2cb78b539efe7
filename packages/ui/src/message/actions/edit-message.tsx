'use client';

import type { MessageObject, SendInput, ThreadkitError } from '@threadkit/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useCallback, useId, useState } from 'react';
import { Button } from '../../internals/button.tsx';
import { fillInput, growToContent } from '../../internals/grow-to-content.ts';
import { isComposing } from '../../internals/is-composing.ts';
import { describeError } from '../../internals/notice/describe-error.ts';
import { type PartProps, renderPart } from '../../internals/render-part.tsx';
import { sendsOnEnter } from '../../internals/sends-on-enter.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { editableText, editedInput } from './edited-input.ts';

/** `delete-tail` replaces the message and deletes what follows; `branch` sends it at the end of a copy of the thread. */
export type EditTarget = 'truncate' | 'branch';

export interface EditMessageProps extends Omit<PartProps<'form'>, 'children' | 'asChild' | 'onSubmit'> {
  message: Pick<MessageObject, 'content' | 'attachments'>;
  /**
   * Receives the message with its new text; images and files are kept. Resolves with the error, if any: the form then
   * stays open with the text.
   */
  onSend: (input: SendInput, target: EditTarget) => Promise<ThreadkitError | undefined>;
  /** Also called on Escape. */
  onCancel: () => void;
}

/**
 * A form that edits a message's text in place, with the keys of the composer. Renders a `<form>`.
 */
export function EditMessage({ message, onSend, onCancel, ...props }: EditMessageProps): ReactNode {
  const strings = useStrings();
  const text = editableText(message);
  // A message with an image or a file may have no text.
  const mayBeEmpty = typeof editedInput(message, '') !== 'string';
  const hintId = useId();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<ThreadkitError>();
  // Place the caret at the end of the text.
  const fieldRef = useCallback(
    (field: HTMLTextAreaElement | null) => {
      if (!field) return;
      fillInput(field, text);
      field.form?.scrollIntoView?.({ block: 'nearest' });
    },
    [text],
  );

  const send = async (form: HTMLFormElement, target: EditTarget): Promise<void> => {
    const edited = form.querySelector('textarea')?.value.trim() ?? '';
    if (isSending || (edited === '' && !mayBeEmpty)) return;
    setSending(true);
    setError(undefined);
    setError(await onSend(editedInput(message, edited), target));
    setSending(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      // Escape closes the form only; without this it would also stop the run.
      event.preventDefault();
      onCancel();
    }
    if (sendsOnEnter(event) && event.target instanceof HTMLTextAreaElement) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    }
  };
  const disabled = isSending ? true : undefined;
  return renderPart('form', 'message-edit', {
    onKeyDown,
    ...props,
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      void send(event.currentTarget, 'truncate');
    },
    children: (
      <>
        <textarea
          ref={fieldRef}
          rows={1}
          data-slot="message-edit-field"
          aria-label={strings.message.editLabel}
          aria-describedby={hintId}
          readOnly={isSending}
          onInput={(event) => growToContent(event.currentTarget)}
        />
        <div data-slot="message-edit-actions">
          <Button type="submit" variant="primary" aria-disabled={disabled}>
            {strings.message.saveHere}
          </Button>
          <Button
            aria-disabled={disabled}
            onClick={({ currentTarget: { form } }) => form && void send(form, 'branch')}
          >
            {strings.message.saveInCopy}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            {strings.message.cancel}
          </Button>
        </div>
        <p id={hintId} data-slot="message-edit-hint">
          {strings.message.editLoses}
        </p>
        {error && (
          <p role="alert" data-slot="message-edit-error">
            <strong>{strings.message.notEdited}</strong> {describeError(error, strings).text}
          </p>
        )}
      </>
    ),
  });
}
