'use client';

import type { SendInput, ThreadActions, ThreadController } from '@threadkit/core';
import type { Provider } from 'react';
import type { ComposerFiles } from '../composer/attachments/composer-files.ts';
import type { ComposerField } from '../composer/composer-field.ts';
import { createPartContext } from '../internals/create-part-context.ts';
import type { Rating } from '../message/actions/feedback.tsx';
import type { TokenPrices } from '../run/usage/calculate-cost.ts';
import type { Decision } from '../tool/describe-tool-call.ts';
import type { ChatComponents } from './chat-components.ts';
import type { MessageEditors } from './message/message-editors.ts';

/** A user's rating of a response. */
export interface ResponseFeedback {
  /** The thread of the rated response. */
  readonly threadId: string;
  /** The run that created the rated response. */
  readonly runId: string;
  /** The last message of the response. */
  readonly messageId: string;
  /** Undefined when the user withdraws the rating. */
  readonly rating: Rating;
}

/** A copy of a thread that was made in this chat. */
export interface Branch {
  readonly origin: string;
  readonly to: string;
}

/** What an empty thread shows. */
export interface ChatStart {
  readonly assistantId: string | undefined;
  readonly description: string | undefined;
  readonly starterPrompts: readonly string[] | undefined;
}

/**
 * State and actions that the parts of one chat share. Changes when the thread changes or a decision is made, not when text
 * grows.
 */
export interface ChatContextValue extends Pick<ThreadActions, 'regenerate' | 'editAndResend'> {
  readonly controller: ThreadController;
  readonly components: ChatComponents;
  readonly start: ChatStart;
  /** Sends with the options of `Chat.Root`. Input that is refused returns to the composer. */
  send(input: SendInput): void;
  /** The text field of `Chat.Composer`. */
  readonly field: ComposerField;
  /** `Chat.Composer` reports its attachments here, so that `restoreInput` can return files to it. */
  setComposerFiles(files: ComposerFiles): void;
  /** Returns a message to the composer, before the text that is there. */
  restoreInput(input: SendInput): void;
  /** Moves the focus to the composer. To be called when the focused button is about to unmount. */
  focusComposer(): void;
  /** The messages that can be opened for editing. */
  readonly editors: MessageEditors;
  /** Decisions that were made in this chat, by tool call id. */
  readonly decisions: ReadonlyMap<string, Decision>;
  decide(toolCallId: string, decision: Decision): void;
  /** Prices of tokens, by the name of the model. */
  readonly prices: Readonly<Record<string, TokenPrices>> | undefined;
  /** The last copy that was made in this chat. */
  readonly branch: Branch | undefined;
  /** Shows another thread in this chat. `origin` is the thread it was just copied from, if it is a copy. */
  showThread(threadId: string, origin?: string): void;
  /** Undefined if the app does not collect ratings. */
  readonly rate: ((feedback: ResponseFeedback) => void) | undefined;
  /** Ratings that were given in this chat, by run id. */
  readonly ratings: ReadonlyMap<string, Rating>;
  /** Called with an error thrown while a message, a step or an approval rendered. */
  readonly onRenderError: (error: Error) => void;
}

const [provider, read] = createPartContext<ChatContextValue>('Chat.Root');

export const ChatProvider: Provider<ChatContextValue | null> = provider;

/** The state of the chat around this part. @throws Outside of `Chat.Root`, naming `part`. */
export const useChat: (part: string) => ChatContextValue = read;
