'use client';

import { type AnyTool, isActive, type ThreadkitError } from '@threadkit/core';
import { type UseThreadOptions, useThread } from '@threadkit/react';
import { type ComponentProps, type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import type { AttachmentLimits } from '../composer/attachments/attachment-limits.ts';
import type { SuggestionSource } from '../composer/suggestions/suggestion.ts';
import { Announcer } from '../internals/announcer.tsx';
import { composeHandlers } from '../internals/compose-handlers.ts';
import { isComposing } from '../internals/is-composing.ts';
import { lazyPart } from '../internals/lazy-part.tsx';
import { useLatest } from '../internals/use-latest.ts';
import { LocaleProvider } from '../locales/locale-provider.tsx';
import type { LocaleStrings } from '../locales/locale-strings.ts';
import { usePreloadedMarkdown } from '../markdown/lazy-markdown.tsx';
import type { TokenPrices } from '../run/usage/cost-of.ts';
import * as Thread from '../thread/index.ts';
import type { Decision } from '../tool/describe-tool-call.ts';
import type { ToolView } from '../tool/tool-view.ts';
import { ToolViewsProvider } from '../tool/tool-views-context.tsx';
import { ChatComposer } from './chat-composer.tsx';
import { type AnswerFeedback, ChatProvider, type ChatScope } from './chat-context.ts';
import { ChatStarterPrompts, useStage } from './chat-empty.tsx';
import { focusAfter } from './focus-after.ts';
import { giveBackRefused } from './give-back-refused.ts';
import { ChatTimeline } from './timeline.tsx';
import { UnreadProvider, useUnread } from './unread/unread-rows.tsx';
import { useDisplayedThread } from './use-displayed-thread.ts';

export interface ChatProps extends UseThreadOptions, Omit<ComponentProps<'div'>, 'children' | 'onError'> {
  /** How calls of particular tools look; see `toolView`. */
  toolViews?: readonly ToolView[] | undefined;
  /** The language; also `lang` of the element. @defaultValue that of a `<LocaleProvider>` around it, else English */
  locale?: LocaleStrings | undefined;
  /**
   * What this assistant is for, in one sentence: stands where the first answer will. `""` for nothing.
   * @defaultValue a greeting with the assistant's name and description
   */
  description?: string | undefined;
  /**
   * First messages to choose from while the thread is empty. At most four are shown; `[]` for none.
   * @defaultValue three that suit any assistant
   */
  starterPrompts?: readonly string[] | undefined;
  /** Shows two buttons at the end of an answer, and is called when one is pressed. */
  onFeedback?: ((feedback: AnswerFeedback) => void) | undefined;
  /**
   * Called with an error that a message, a step, an answer box or one of the app's own components in them threw while it
   * was rendered. In its place stands a line that says so; the rest of the thread stays.
   */
  onError?: ((error: Error) => void) | undefined;
  /** What tokens cost, by a run's `model`: receipts then tell the cost. Keep the object the same between renders. */
  prices?: Readonly<Record<string, TokenPrices>> | undefined;
  /**
   * Tells a tab in the background that something waits for the person: in the page's title, or also with a
   * notification of the system, where the person has allowed that already. Never asks for it. @defaultValue neither
   */
  notifyWhenWaiting?: 'title' | 'notification' | undefined;
  /** What "/" at the beginning of a message offers. */
  commands?: SuggestionSource | undefined;
  /** What "@" in a message offers. */
  mentions?: SuggestionSource | undefined;
  /**
   * What files a message may carry; `false` for none. Offered where the backend keeps files.
   * @defaultValue ten files of 20 MiB, of any kind
   */
  attachments?: Partial<AttachmentLimits> | false | undefined;
}

/** Without it a chat is as good: nothing is said where it cannot be loaded. */
const WaitingBadge = lazyPart(
  (parts) => parts.WaitingBadge,
  () => null,
);

const NO_VIEWS: readonly ToolView[] = [];

/**
 * A whole conversation with an assistant: answers as they are written, what was done for them, questions to the
 * person, and how each run ended. Fills its container's height. Renders a `<div>`; needs a `<ThreadkitProvider>`.
 *
 * Most of what it shows is made of the exported parts. Its timeline and its dock, which join them to a thread, are its
 * own; the guide "Compose your own chat" builds both from exported parts and hooks.
 */
export function Chat({
  assistantId,
  threadId,
  defaultThreadId,
  onThreadIdChange,
  newChatKey,
  tools,
  whenBusy,
  runParams,
  toolViews = NO_VIEWS,
  locale,
  description,
  starterPrompts,
  onFeedback,
  onError,
  prices,
  notifyWhenWaiting,
  commands,
  mentions,
  attachments,
  onKeyDown,
  ...props
}: ChatProps): ReactNode {
  usePreloadedMarkdown();
  const { shownId, branch, showThread } = useDisplayedThread(threadId, onThreadIdChange);
  const { controller, send, regenerate, editAndResend } = useThread<readonly AnyTool[]>({
    assistantId,
    threadId: shownId,
    defaultThreadId,
    onThreadIdChange,
    newChatKey,
    tools,
    whenBusy,
    runParams,
  });
  const stage = useStage(controller);
  const inputRef = useRef<HTMLTextAreaElement>(null);
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(() => new Map());
  const [settledError, settleError] = useState<ThreadkitError>();
  const [ratings] = useState(() => new Map<string, AnswerFeedback['rating']>());
  // Another function with every render of the app is no reason to render the rows.
  const latestFeedback = useLatest(onFeedback);
  const latestError = useLatest(onError);
  const takesFeedback = onFeedback !== undefined;
  const scope = useMemo(
    (): ChatScope => ({
      controller,
      decisions,
      prices,
      settledError,
      settleError,
      regenerate,
      editAndResend,
      branch,
      showThread,
      rate: takesFeedback
        ? (feedback) => {
            ratings.set(feedback.runId, feedback.rating);
            latestFeedback.current?.(feedback);
          }
        : undefined,
      ratings,
      onError: (error) => latestError.current?.(error),
      send: (input) =>
        void send(input).then((outcome) => giveBackRefused(controller, input, outcome, inputRef.current)),
      decide: (toolCallId, decision) => {
        setDecisions((before) => new Map(before).set(toolCallId, decision));
        focusAfter(inputRef.current);
      },
      focusComposer: () => focusAfter(inputRef.current),
    }),
    [
      controller,
      decisions,
      prices,
      send,
      settledError,
      regenerate,
      editAndResend,
      branch,
      showThread,
      takesFeedback,
      latestFeedback,
      latestError,
      ratings,
    ],
  );
  const stopOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    const now = controller.getSnapshot();
    if (now.status === 'sending' || isActive(now.run)) void controller.cancel();
  };
  const beginning = { assistantId, description, starterPrompts };
  return (
    <LocaleProvider locale={locale}>
      <ToolViewsProvider views={toolViews}>
        {notifyWhenWaiting && (
          <WaitingBadge controller={controller} notifies={notifyWhenWaiting === 'notification'} />
        )}
        <ChatProvider value={scope}>
          <Thread.Root data-state={stage} {...props} onKeyDown={composeHandlers(onKeyDown, stopOnEscape)}>
            <Announcer>
              <UnreadProvider controller={controller}>
                <Thread.Viewport>
                  <ChatTimeline {...beginning} />
                </Thread.Viewport>
                <div data-slot="thread-foot">
                  <ScrollToNew />
                  <ChatComposer
                    inputRef={inputRef}
                    commands={commands}
                    mentions={mentions}
                    attachments={attachments}
                  />
                  <ChatStarterPrompts {...beginning} />
                </div>
              </UnreadProvider>
            </Announcer>
          </Thread.Root>
        </ChatProvider>
      </ToolViewsProvider>
    </LocaleProvider>
  );
}

function ScrollToNew(): ReactNode {
  return <Thread.ScrollToEnd newCount={useUnread().count} />;
}
