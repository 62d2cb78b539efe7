import type { ComponentType } from 'react';
import type { ReasoningProps } from '../run/reasoning/reasoning.tsx';
import type { ThreadEmptyProps } from '../thread/thread-empty.tsx';
import type { ToolCallProps } from '../tool/tool-call.tsx';
import type { ChatComposerProps } from './chat-composer.tsx';
import type { ChatMessageProps } from './message/chat-message.tsx';
import type { ChatRunProps } from './run/chat-run.tsx';

/** Components that replace parts of a chat. Each must keep its identity between renders; the object need not. */
export interface ChatComponents {
  /** A message that no run created. @defaultValue `Chat.Message` */
  readonly Message?: ComponentType<ChatMessageProps> | undefined;
  /** The steps, the responses and the outcome of one run. @defaultValue `Chat.Run` */
  readonly Run?: ComponentType<ChatRunProps> | undefined;
  /** One tool call within a run. Calls that wait for the user are in the approval instead. @defaultValue `ToolCall` */
  readonly ToolCall?: ComponentType<ToolCallProps> | undefined;
  /** The reasoning of the model in one step of a run. @defaultValue `Reasoning` */
  readonly Reasoning?: ComponentType<ReasoningProps> | undefined;
  /** The form below the conversation. Only `Chat` renders it. @defaultValue `Chat.Composer` */
  readonly Composer?: ComponentType<ChatComposerProps> | undefined;
  /** What an empty thread shows. @defaultValue `Thread.Empty` */
  readonly Empty?: ComponentType<Pick<ThreadEmptyProps, 'greeting' | 'description'>> | undefined;
}
