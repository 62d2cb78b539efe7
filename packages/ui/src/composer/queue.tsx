'use client';

import type { QueuedInput } from '@threadkit/core';
import type { ReactNode } from 'react';
import { Button } from '../internals/button.tsx';
import { EditIcon, RemoveIcon, SendIcon } from '../internals/icons/icons.tsx';
import { type PartProps, renderPart } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { inputText } from '../message/plain-text.ts';

export interface QueueProps extends Omit<PartProps<'ol'>, 'children' | 'asChild'> {
  queue: readonly QueuedInput[];
  /** Takes the text back to be changed. */
  onEdit: (input: QueuedInput) => void;
  onRemove: (key: string) => void;
  /** Sends it next, and stops the run it waits for. Left out: nothing is offered. */
  onSendNow?: ((key: string) => void) | undefined;
}

/** What waits to be sent, in its order. Renders an `<ol>`, and nothing while nothing waits. */
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
