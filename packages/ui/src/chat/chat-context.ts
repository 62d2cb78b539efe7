'use client';

import type { SendInput, ThreadController, ThreadkitError } from '@threadkit/core';
import type { Provider } from 'react';
import { createPartContext } from '../internals/create-part-context.ts';
import type { TokenPrices } from '../run-usage/cost-of.ts';
import type { Decision } from '../tool-call/describe-tool-call.ts';

/** What the connected parts of one chat share. Changes only with the thread and with a decision. */
export interface ChatScope {
  readonly controller: ThreadController;
  /** Sends with the options the chat was given. */
  send(input: SendInput): void;
  /** What the person decided on this page, by tool call id. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** For when what was pressed goes away: the keyboard goes on where the next message is written. */
  goOn(): void;
  decide(toolCallId: string, decision: Decision): void;
  /** What tokens cost, by the model's name. */
  readonly prices: Readonly<Record<string, TokenPrices>> | undefined;
  /** The error that the person has dealt with: it is not shown again. */
  readonly settledError: ThreadkitError | undefined;
  settleError(error: ThreadkitError | undefined): void;
}

const [provider, read] = createPartContext<ChatScope>('Chat');

export const ChatProvider: Provider<ChatScope | null> = provider;

/** The chat around this part. @throws When there is none, naming `part`. */
export const useChat: (part: string) => ChatScope = read;
