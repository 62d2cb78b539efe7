// Without "use client": a server component can then read `Chat.Root` and the other parts, which are client components.
// Properties of a component that a client module defines do not exist on the server.

import { BranchNotice } from './branch-notice.tsx';
import { Chat as ChatComponent, type ChatProps } from './chat.tsx';
import { ChatAttachments } from './chat-attachments.tsx';
import type { ChatComponents } from './chat-components.ts';
import { ChatComposer, type ChatComposerProps } from './chat-composer.tsx';
import { ChatEmpty, ChatStarterPrompts } from './chat-empty.tsx';
import { ChatError, type ChatErrorProps } from './chat-error.tsx';
import { ChatQueue, type ChatQueueProps } from './chat-queue.tsx';
import { ChatRoot, type ChatRootProps } from './chat-root.tsx';
import { ChatTimeline } from './chat-timeline.tsx';
import { ChatLoadOlder } from './load-older.tsx';
import { ChatMessage, type ChatMessageProps } from './message/chat-message.tsx';
import { ChatMessageActions } from './message/chat-message-actions.tsx';
import { ChatMessageFailure } from './message/chat-message-failure.tsx';
import { ChatMessageContent, type ChatMessageContentProps } from './message/message-content.tsx';
import { ChatRun, type ChatRunProps } from './run/chat-run.tsx';
import { ChatRunStep, type ChatRunStepProps } from './run/chat-run-step.tsx';
import { ChatRunFooter } from './run/run-footer.tsx';
import { ChatRunItems } from './run/run-items.tsx';
import { ChatRunMessage, type ChatRunMessageProps } from './run/run-message.tsx';
import { ChatScrollToBottom, type ChatScrollToBottomProps } from './unread/chat-scroll-to-bottom.tsx';
import { UnreadDivider } from './unread/unread-divider.tsx';

/** The connected parts of a chat. All but `Root` go inside of `Chat.Root`. */
interface ChatParts {
  readonly Root: typeof ChatRoot;
  readonly Timeline: typeof ChatTimeline;
  readonly Empty: typeof ChatEmpty;
  readonly LoadOlder: typeof ChatLoadOlder;
  readonly BranchNotice: typeof BranchNotice;
  readonly UnreadDivider: typeof UnreadDivider;
  readonly Message: typeof ChatMessage;
  readonly MessageContent: typeof ChatMessageContent;
  readonly MessageActions: typeof ChatMessageActions;
  readonly MessageFailure: typeof ChatMessageFailure;
  readonly Run: typeof ChatRun;
  readonly RunItems: typeof ChatRunItems;
  readonly RunMessage: typeof ChatRunMessage;
  readonly RunStep: typeof ChatRunStep;
  readonly RunFooter: typeof ChatRunFooter;
  readonly ScrollToBottom: typeof ChatScrollToBottom;
  readonly Error: typeof ChatError;
  readonly Queue: typeof ChatQueue;
  readonly Composer: typeof ChatComposer;
  readonly Attachments: typeof ChatAttachments;
  readonly StarterPrompts: typeof ChatStarterPrompts;
}

/** A complete chat, composed of its own parts: `Chat.Root`, `Chat.Timeline`, `Chat.Composer` and others. */
export const Chat: typeof ChatComponent & ChatParts = /* @__PURE__ */ Object.assign(ChatComponent, {
  Root: ChatRoot,
  Timeline: ChatTimeline,
  Empty: ChatEmpty,
  LoadOlder: ChatLoadOlder,
  BranchNotice,
  UnreadDivider,
  Message: ChatMessage,
  MessageContent: ChatMessageContent,
  MessageActions: ChatMessageActions,
  MessageFailure: ChatMessageFailure,
  Run: ChatRun,
  RunItems: ChatRunItems,
  RunMessage: ChatRunMessage,
  RunStep: ChatRunStep,
  RunFooter: ChatRunFooter,
  ScrollToBottom: ChatScrollToBottom,
  Error: ChatError,
  Queue: ChatQueue,
  Composer: ChatComposer,
  Attachments: ChatAttachments,
  StarterPrompts: ChatStarterPrompts,
});

/** The types of the parts. */
// oxlint-disable-next-line typescript/no-namespace -- only types: they share the name of the component, as its parts do
export declare namespace Chat {
  export type Props = ChatProps;
  export type Components = ChatComponents;
  export type RootProps = ChatRootProps;
  export type MessageProps = ChatMessageProps;
  export type MessageContentProps = ChatMessageContentProps;
  export type RunProps = ChatRunProps;
  export type RunMessageProps = ChatRunMessageProps;
  export type RunStepProps = ChatRunStepProps;
  export type ScrollToBottomProps = ChatScrollToBottomProps;
  export type ErrorProps = ChatErrorProps;
  export type QueueProps = ChatQueueProps;
  export type ComposerProps = ChatComposerProps;
}
