'use client';

import { useThreadState } from '@threadkit/react';
import type { ReactNode } from 'react';
import { Queue, type QueueProps } from '../composer/queue.tsx';
import { useChat } from './chat-context.ts';
import { useEditQueued } from './use-edit-queued.ts';

/** Props of `Chat.Queue`. */
export type ChatQueueProps = Omit<QueueProps, 'queue' | 'onEdit' | 'onRemove' | 'onSendNow'>;

/** The messages that wait for the active run to end. Renders an `<ol>`, or nothing for an empty queue. */
export function ChatQueue(props: ChatQueueProps): ReactNode {
  const { controller, focusComposer } = useChat('Chat.Queue');
  const queue = useThreadState({ select: (snapshot) => snapshot.queue });
  const editQueued = useEditQueued();
  return (
    <Queue
      {...props}
      queue={queue}
      onEdit={editQueued}
      onRemove={(key) => {
        controller.removeQueued(key);
        focusComposer();
      }}
      onSendNow={(key) => {
        controller.sendNow(key);
        focusComposer();
      }}
    />
  );
}
