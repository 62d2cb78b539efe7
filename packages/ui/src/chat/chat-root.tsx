'use client';

import { type AnyTool, isBusy } from '@threadkit/core';
import { ThreadProvider, type UseThreadOptions, useThread } from '@threadkit/react';
import { useShallowStable } from '@threadkit/react/internal';
import type { ComponentProps, KeyboardEvent, ReactNode } from 'react';
import { Announcer } from '../internals/announcer.tsx';
import { composeHandlers } from '../internals/compose-handlers.ts';
import { isComposing } from '../internals/is-composing.ts';
import { lazyPart } from '../internals/lazy-part.tsx';
import { loadLazyParts } from '../load-lazy-parts.ts';
import { LocaleProvider } from '../locales/locale-provider.tsx';
import { usePreloadedMarkdown } from '../markdown/lazy-markdown.tsx';
import { ThreadRoot } from '../thread/thread.tsx';
import type { ToolView } from '../tool/tool-view.ts';
import { ToolViewsProvider } from '../tool/tool-views-context.tsx';
import type { ChatOptions } from './chat-options.ts';
import { ChatState } from './chat-state.tsx';
import { UnreadProvider } from './unread/unread-provider.tsx';
import { useDisplayedThread } from './use-displayed-thread.ts';
import { useStage } from './use-stage.ts';

/** Props of `Chat.Root`. */
export interface ChatRootProps extends UseThreadOptions, ChatOptions, ComponentProps<'div'> {
  /** Called with each thread the chat itself opens: a new thread, a branch, or the original of a branch. */
  onThreadIdChange?: UseThreadOptions['onThreadIdChange'];
}

/** If loading fails, the chat works without the badge. */
const WaitingBadge = lazyPart(
  loadLazyParts,
  (parts) => parts.WaitingBadge,
  () => null,
);

const NO_VIEWS: readonly ToolView[] = [];

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
  onRenderError,
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
                  onRenderError,
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
