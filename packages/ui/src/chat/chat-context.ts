'use client';

import type { SendInput, ThreadActions, ThreadController, ThreadkitError } from '@threadkit/core';
import type { Provider } from 'react';
import { createPartContext } from '../internals/create-part-context.ts';
import type { Rating } from '../message/actions/feedback.tsx';
import type { TokenPrices } from '../run/usage/cost-of.ts';
import type { Decision } from '../tool/describe-tool-call.ts';

/** What a person thinks of an answer. */
export interface AnswerFeedback {
  readonly threadId: string;
  readonly runId: string;
  /** The last message of the answer. */
  readonly messageId: string;
  /** Undefined: the person took it back. */
  readonly rating: Rating;
}

/** A copy of a thread that was made here. */
export interface Branch {
  readonly origin: string;
  readonly to: string;
}

/** What the connected parts of one chat share. Changes only with the thread and with a decision. */
export interface ChatScope extends Pick<ThreadActions, 'regenerate' | 'editAndResend'> {
  readonly controller: ThreadController;
  /** Sends with the options the chat was given. */
  send(input: SendInput): void;
  /** What the person decided on this page, by tool call id. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** For when what was pressed goes away: the keyboard goes on where the next message is written. */
  focusComposer(): void;
  decide(toolCallId: string, decision: Decision): void;
  /** What tokens cost, by the model's name. */
  readonly prices: Readonly<Record<string, TokenPrices>> | undefined;
  /** The error that the person has dealt with: it is not shown again. */
  readonly settledError: ThreadkitError | undefined;
  settleError(error: ThreadkitError | undefined): void;
  /** The copy that was made here last. */
  readonly branch: Branch | undefined;
  /** Shows another thread in this one's place; `origin` where it is a copy that was just made of that. */
  showThread(threadId: string, origin?: string): void;
  /** Undefined: the app does not ask. */
  readonly rate: ((feedback: AnswerFeedback) => void) | undefined;
  /** Called with what threw while a message, step or answer box was rendered. */
  readonly onError: (error: Error) => void;
  /** What was said of answers on this page, by run id. */
  readonly ratings: ReadonlyMap<string, Rating>;
}

const [provider, read] = createPartContext<ChatScope>('Chat');

export const ChatProvider: Provider<ChatScope | null> = provider;

/** The chat around this part. @throws When there is none, naming `part`. */
export const useChat: (part: string) => ChatScope = read;
