'use client';

import type { TimelineMessage } from '@threadkit/core';
import type { Provider } from 'react';
import { createPartContext } from '../../internals/create-part-context.ts';

/** The change that the user is making to a sent message. */
export type MessageTask = 'edit' | 'delete' | undefined;

/** State that the parts of one message share. */
export interface MessageContextValue {
  readonly timelineMessage: TimelineMessage;
  readonly task: MessageTask;
  /** The previous task. The button that started it receives the focus when the task ends. */
  readonly lastTask: MessageTask;
  setTask(task: MessageTask): void;
}

const [provider, read] = createPartContext<MessageContextValue>('Chat.Message');

export const MessageProvider: Provider<MessageContextValue | null> = provider;

/** The message around this part. @throws Outside of `Chat.Message`, naming `part`. */
export const useMessageContext: (part: string) => MessageContextValue = read;
