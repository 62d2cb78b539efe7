'use client';

import type { MessageObject, RewriteOptions, SendInput, ThreadkitError } from '@threadkit/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useState } from 'react';
import { Button } from '../../internals/button.tsx';
import { isComposing } from '../../internals/is-composing.ts';
import { describeError } from '../../internals/notice/describe-error.ts';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import { focusFieldEnd, growToContent, sendsOnEnter, setFieldText } from '../../internals/text-field.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { editableText, editedInput } from './edited-input.ts';

/** Props of `EditMessage`. */
export interface EditMessageProps extends Omit<PrimitiveProps<'form'>, 'children' | 'asChild' | 'onSubmit'> {
  /** The message whose text is edited. A message with images or files may have an empty text. */
  message: Pick<MessageObject, 'content' | 'attachments'>;
  /**
   * Receives the message with its new text; images and files are kept. Resolves with the error, if any: the form then
   * stays open with the text.
   *
   * @param history `truncate` replaces the message and deletes the messages after it; `branch` copies the
   * earlier messages into a new thread and sends the message there.
   */
  onSend: (input: SendInput, history: RewriteOptions['history']) => Promise<ThreadkitError | undefined>;
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
  const [field, setField] = useState<HTMLTextAreaElement | null>(null);
  useLayoutEffect(() => {
    if (!field) return;
    setFieldText(field, text);
    focusFieldEnd(field);
    field.form?.scrollIntoView?.({ block: 'nearest' });
  }, [field, text]);

  const send = async (history: RewriteOptions['history']): Promise<void> => {
    const edited = field?.value.trim() ?? '';
    if (isSending || (edited === '' && !mayBeEmpty)) return;
    setSending(true);
    setError(undefined);
    setError(await onSend(editedInput(message, edited), history));
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
      void send('truncate');
    }
  };
  const disabled = isSending ? true : undefined;
  return renderPart('form', 'message-edit', {
    onKeyDown,
    ...props,
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      void send('truncate');
    },
    children: (
      <>
        <textarea
          ref={setField}
          rows={1}
          data-slot="message-edit-field"
          aria-label={strings.message.editLabel}
          aria-describedby={hintId}
          readOnly={isSending}
          onInput={(event) => growToContent(event.currentTarget)}
        />
        <div data-slot="message-edit-actions">
          <Button type="submit" variant="primary" aria-disabled={disabled}>
            {strings.message.submitEdit}
          </Button>
          <Button aria-disabled={disabled} onClick={() => void send('branch')}>
            {strings.message.submitToNewThread}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            {strings.message.cancel}
          </Button>
        </div>
        <p id={hintId} data-slot="message-edit-hint">
          {strings.message.editWarning}
        </p>
        {error && (
          <p role="alert" data-slot="message-edit-error">
            <strong>{strings.message.editFailed}</strong> {describeError(error, strings).text}
          </p>
        )}
      </>
    ),
  });
}
