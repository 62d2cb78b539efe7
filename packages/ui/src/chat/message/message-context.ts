'use client';

import type { TimelineMessage } from '@threadkit/core';
import type { Provider } from 'react';
import { createPartContext } from '../../internals/create-part-context.ts';

/** What the user is doing with a message that was sent before. */
export type MessageTask = 'edit' | 'delete' | undefined;

/** State that the parts of one message share. */
export interface MessageContextValue {
  readonly entry: TimelineMessage;
  readonly task: MessageTask;
  /** The task before this one, whose button takes the focus again. */
  readonly lastTask: MessageTask;
  setTask(task: MessageTask): void;
}

const [provider, read] = createPartContext<MessageContextValue>('Chat.Message');

export const MessageProvider: Provider<MessageContextValue | null> = provider;

/** The message around this part. @throws Outside of `Chat.Message`, naming `part`. */
export const useMessageContext: (part: string) => MessageContextValue = read;
