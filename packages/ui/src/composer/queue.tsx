'use client';

import type { QueuedInput } from '@threadkit/core';
import type { ReactNode } from 'react';
import { Button } from '../internals/button.tsx';
import { EditIcon, RemoveIcon, SendIcon } from '../internals/icons/icons.tsx';
import { type PrimitiveProps, renderPart } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { inputText } from '../message/plain-text.ts';

/** Props of `Queue`. */
export interface QueueProps extends Omit<PrimitiveProps<'ol'>, 'children' | 'asChild'> {
  /** The messages that wait for the active run, first to last. */
  queue: readonly QueuedInput[];
  /** Called to return a queued message to the composer. */
  onEdit: (input: QueuedInput) => void;
  /** Called with the `key` of the message whose remove button was pressed. */
  onRemove: (key: string) => void;
  /** Called to stop the active run and send a queued message next. Omit to hide the button. */
  onSendNow?: ((key: string) => void) | undefined;
}

/** The queued messages in order. Renders an `<ol>`, or nothing for an empty queue. */
export function Queue({ queue, onEdit, onRemove, onSendNow, ...props }: QueueProps): ReactNode {
  const strings = useStrings();
  if (queue.length === 0) return null;
  return renderPart('ol', 'queue', {
    'aria-label': strings.queue.label,
    ...props,
    children: queue.map((entry) => {
      const text = inputText(entry.input);
      return (
        <li key={entry.key} data-slot="queue-row">
          <span data-slot="queue-label">{strings.queue.queued}</span>
          <span data-slot="queue-text">{text}</span>
          {onSendNow && (
            <Button
              variant="icon"
              aria-label={strings.queue.sendNow(text)}
              onClick={() => onSendNow(entry.key)}
            >
              <SendIcon />
            </Button>
          )}
          <Button variant="icon" aria-label={strings.queue.edit(text)} onClick={() => onEdit(entry)}>
            <EditIcon />
          </Button>
          <Button variant="icon" aria-label={strings.queue.remove(text)} onClick={() => onRemove(entry.key)}>
            <RemoveIcon />
          </Button>
        </li>
      );
    }),
  });
}
