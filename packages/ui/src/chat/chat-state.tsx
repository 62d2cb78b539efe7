'use client';

import type { SendInput, ThreadController } from '@threadkit/core';
import { useLatest, useShallowStable } from '@threadkit/react/internal';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { type ComposerFiles, NO_FILES } from '../composer/attachments/composer-files.ts';
import { useComposerField } from '../composer/use-composer-field.ts';
import { isTouchOnly } from '../internals/is-touch-only.ts';
import { inputText } from '../message/plain-text.ts';
import { useThreadParts } from '../thread/thread.tsx';
import type { Decision } from '../tool/describe-tool-call.ts';
import type { ChatComponents } from './chat-components.ts';
import { type ChatContextValue, ChatProvider, type ResponseFeedback } from './chat-context.ts';
import type { ChatOptions } from './chat-options.ts';
import { createMessageEditors } from './message/message-editors.ts';
import type { DisplayedThread } from './use-displayed-thread.ts';

const NO_COMPONENTS: ChatComponents = {};

interface ChatStateProps {
  displayed: DisplayedThread;
  thread: Pick<ChatContextValue, 'controller' | 'regenerate' | 'editAndResend'> &
    Pick<ThreadController, 'send'>;
  options: Pick<
    ChatOptions,
    'onFeedback' | 'onRenderError' | 'prices' | 'components' | 'description' | 'starterPrompts'
  > & {
    assistantId: string | undefined;
  };
  children: ReactNode;
}

/** Provides the state of a chat. Inside of `ThreadRoot`, whose viewport takes the focus on touch screens. */
export function ChatState({
  displayed: { branch, showThread },
  thread,
  options,
  children,
}: ChatStateProps): ReactNode {
  const { controller, send, regenerate, editAndResend } = thread;
  const { onFeedback, onRenderError, assistantId, description } = options;
  // Inline objects and functions of the app must not render the rows again.
  const components = useShallowStable(options.components ?? NO_COMPONENTS);
  const prices = useShallowStable(options.prices);
  const starterPrompts = useShallowStable(options.starterPrompts);
  const start = useShallowStable({ assistantId, description, starterPrompts });
  const latestFeedback = useLatest(onFeedback);
  const latestError = useLatest(onRenderError);
  const { focusViewport } = useThreadParts('Chat.Root');
  const field = useComposerField();
  const files = useRef<ComposerFiles>(NO_FILES);
  const [editors] = useState(createMessageEditors);
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(() => new Map());
  const [ratings] = useState(() => new Map<string, ResponseFeedback['rating']>());
  const actions = useMemo(() => {
    const focusComposer = (): void => {
      // On a touch-only device, focusing the field would open the on-screen keyboard over the response.
      if (isTouchOnly()) focusViewport();
      else field.focus();
    };
    const restoreInput = (input: SendInput): void => {
      files.current.restore(input);
      field.prepend(inputText(input));
    };
    return {
      field,
      editors,
      focusComposer,
      restoreInput,
      setComposerFiles: (next: ComposerFiles) => {
        files.current = next;
      },
      send: async (input: SendInput) => {
        const outcome = await send(input);
        if (outcome.status !== 'failed') return;
        // Input refused during a run has no message, so it returns to the composer. A message that failed later shows its text.
        const isShown = controller.getSnapshot().localMessages.some(({ key }) => key === outcome.key);
        if (!isShown) restoreInput(input);
      },
      decide: (toolCallId: string, decision: Decision) => {
        setDecisions((before) => new Map(before).set(toolCallId, decision));
        focusComposer();
      },
    };
  }, [controller, editors, field, focusViewport, send]);
  const rate = useCallback(
    (feedback: ResponseFeedback) => {
      ratings.set(feedback.runId, feedback.rating);
      latestFeedback.current?.(feedback);
    },
    [latestFeedback, ratings],
  );
  const reportError = useCallback((error: Error) => latestError.current?.(error), [latestError]);
  const contextValue = useShallowStable<ChatContextValue>({
    ...actions,
    controller,
    components,
    start,
    regenerate,
    editAndResend,
    decisions,
    prices,
    branch,
    showThread,
    rate: onFeedback && rate,
    ratings,
    onRenderError: reportError,
  });
  return <ChatProvider value={contextValue}>{children}</ChatProvider>;
}
