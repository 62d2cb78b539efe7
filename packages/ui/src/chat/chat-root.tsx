'use client';

import { type AnyTool, isBusy, type SendInput, type ThreadController } from '@threadkit/core';
import { ThreadProvider, type UseThreadOptions, useThread } from '@threadkit/react';
import { useLatest, useShallowStable } from '@threadkit/react/internal';
import { type ComponentProps, type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { type ComposerFiles, NO_FILES } from '../composer/attachments/composer-files.ts';
import { useComposerField } from '../composer/use-composer-field.ts';
import { Announcer } from '../internals/announcer.tsx';
import { composeHandlers } from '../internals/compose-handlers.ts';
import { isComposing } from '../internals/is-composing.ts';
import { isTouchOnly } from '../internals/is-touch-only.ts';
import { lazyPart } from '../internals/lazy-part.tsx';
import { loadLazyParts } from '../load-lazy-parts.ts';
import { LocaleProvider } from '../locales/locale-provider.tsx';
import type { LocaleStrings } from '../locales/locale-strings.ts';
import { usePreloadedMarkdown } from '../markdown/lazy-markdown.tsx';
import { inputText } from '../message/plain-text.ts';
import type { TokenPrices } from '../run/usage/cost-of.ts';
import { ThreadRoot, useThreadParts } from '../thread/thread.tsx';
import type { Decision } from '../tool/describe-tool-call.ts';
import type { ToolView } from '../tool/tool-view.ts';
import { ToolViewsProvider } from '../tool/tool-views-context.tsx';
import type { ChatComponents } from './chat-components.ts';
import { type AnswerFeedback, ChatProvider, type ChatScope } from './chat-context.ts';
import { createMessageEditors } from './message/message-editors.ts';
import { UnreadProvider } from './unread/unread-rows.tsx';
import { type DisplayedThread, useDisplayedThread } from './use-displayed-thread.ts';
import { useStage } from './use-stage.ts';

/** Options of a chat that are not those of its thread. */
export interface ChatOptions {
  /** How calls of particular tools are rendered; see `toolView`. */
  toolViews?: readonly ToolView[] | undefined;
  /** The language; also sets `lang` of the element. @defaultValue that of a `<LocaleProvider>` around it, else English */
  locale?: LocaleStrings | undefined;
  /**
   * What this assistant is for, in one sentence. Shown while the thread is empty; `""` for nothing.
   * @defaultValue a greeting with the assistant's name and description
   */
  description?: string | undefined;
  /**
   * First messages to choose from while the thread is empty. At most four are shown; `[]` for none.
   * @defaultValue three that suit any assistant
   */
  starterPrompts?: readonly string[] | undefined;
  /** Adds two rating buttons to each answer, and is called when one is pressed. */
  onFeedback?: ((feedback: AnswerFeedback) => void) | undefined;
  /**
   * Called with an error that a message, a step, an approval or one of the app's components in them threw while it
   * rendered. A notice takes its place; the rest of the thread stays.
   */
  onError?: ((error: Error) => void) | undefined;
  /** Prices of tokens, by a run's `model`. Shown in the details of an answer. May be inline. */
  prices?: Readonly<Record<string, TokenPrices>> | undefined;
  /**
   * How a tab in the background shows that a tool call waits for the user: in the page's title, or also with a system
   * notification, where the user has already granted the permission. Never requests it. @defaultValue neither
   */
  notifyWhenWaiting?: 'title' | 'notification' | undefined;
  /** Components that replace parts of the chat. */
  components?: ChatComponents | undefined;
}

export interface ChatRootProps
  extends UseThreadOptions,
    ChatOptions,
    Omit<ComponentProps<'div'>, 'onError'> {}

/** Decoration only: where it cannot be loaded, the chat works without it. */
const WaitingBadge = lazyPart(
  loadLazyParts,
  (parts) => parts.WaitingBadge,
  () => null,
);

const NO_VIEWS: readonly ToolView[] = [];
const NO_COMPONENTS: ChatComponents = {};

/**
 * One thread and the state that the parts of a chat share: the other `Chat` parts, and the parts of `Thread`, go inside.
 * Escape stops the active run. Renders a `<div>`; needs a `<ThreadkitProvider>`.
 */
export function ChatRoot({
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
  components,
  onKeyDown,
  children,
  ...props
}: ChatRootProps): ReactNode {
  usePreloadedMarkdown();
  const views = useShallowStable(toolViews);
  const displayed = useDisplayedThread(threadId, onThreadIdChange);
  const thread = useThread<readonly AnyTool[]>({
    assistantId,
    threadId: displayed.shownId,
    defaultThreadId,
    onThreadIdChange,
    newChatKey,
    tools,
    whenBusy,
    runParams,
  });
  const { controller } = thread;
  const stage = useStage(controller);
  const stopOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    if (isBusy(controller.getSnapshot())) void controller.cancel();
  };
  return (
    <LocaleProvider locale={locale}>
      <ToolViewsProvider views={views}>
        {notifyWhenWaiting && (
          <WaitingBadge controller={controller} notifies={notifyWhenWaiting === 'notification'} />
        )}
        <ThreadProvider controller={controller}>
          <ThreadRoot data-state={stage} {...props} onKeyDown={composeHandlers(onKeyDown, stopOnEscape)}>
            <Announcer>
              <ChatState
                displayed={displayed}
                thread={thread}
                options={{
                  onFeedback,
                  onError,
                  prices,
                  components,
                  assistantId,
                  description,
                  starterPrompts,
                }}
              >
                <UnreadProvider>{children}</UnreadProvider>
              </ChatState>
            </Announcer>
          </ThreadRoot>
        </ThreadProvider>
      </ToolViewsProvider>
    </LocaleProvider>
  );
}

interface ChatStateProps {
  displayed: DisplayedThread;
  thread: Pick<ChatScope, 'controller' | 'regenerate' | 'editAndResend'> & Pick<ThreadController, 'send'>;
  options: Pick<
    ChatOptions,
    'onFeedback' | 'onError' | 'prices' | 'components' | 'description' | 'starterPrompts'
  > & {
    assistantId: string | undefined;
  };
  children: ReactNode;
}

/** Provides the state of a chat. Inside of `ThreadRoot`, whose viewport takes the focus on touch screens. */
function ChatState({
  displayed: { branch, showThread },
  thread,
  options,
  children,
}: ChatStateProps): ReactNode {
  const { controller, send, regenerate, editAndResend } = thread;
  const { onFeedback, onError, assistantId, description } = options;
  const prices = useShallowStable(options.prices);
  const starterPrompts = useShallowStable(options.starterPrompts);
  const { focusViewport } = useThreadParts('Chat.Root');
  const field = useComposerField();
  const files = useRef<ComposerFiles>(NO_FILES);
  const [editors] = useState(createMessageEditors);
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(() => new Map());
  const [ratings] = useState(() => new Map<string, AnswerFeedback['rating']>());
  // New functions with each render of the app must not render the rows again.
  const latestFeedback = useLatest(onFeedback);
  const latestError = useLatest(onError);
  const takesFeedback = onFeedback !== undefined;
  const components = useShallowStable(options.components ?? NO_COMPONENTS);
  const actions = useMemo(() => {
    const focusComposer = (): void => {
      // By touch alone, focusing the field would open the screen keyboard over the answer.
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
        // Input that was refused during a run is in no message. A message that failed later shows its own text.
        const isShown = controller.getSnapshot().localMessages.some(({ key }) => key === outcome.key);
        if (!isShown) restoreInput(input);
      },
      decide: (toolCallId: string, decision: Decision) => {
        setDecisions((before) => new Map(before).set(toolCallId, decision));
        focusComposer();
      },
    };
  }, [controller, editors, field, focusViewport, send]);
  const scope = useMemo(
    (): ChatScope => ({
      ...actions,
      controller,
      components,
      start: { assistantId, description, starterPrompts },
      regenerate,
      editAndResend,
      decisions,
      prices,
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
    }),
    [
      actions,
      controller,
      components,
      assistantId,
      description,
      starterPrompts,
      regenerate,
      editAndResend,
      decisions,
      prices,
      branch,
      showThread,
      takesFeedback,
      ratings,
      latestFeedback,
      latestError,
    ],
  );
  return <ChatProvider value={scope}>{children}</ChatProvider>;
}
