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
  /**
   * One thread and the state that the parts of a chat share: the other `Chat` parts, and the parts of `Thread`, go
   * inside. Renders a `<div>`; needs a `<ThreadkitProvider>`.
   */
  readonly Root: typeof ChatRoot;
  /**
   * The messages and the runs of the thread, or its empty, loading or error state. Renders these elements side by
   * side; place it inside `Thread.Viewport`.
   */
  readonly Timeline: typeof ChatTimeline;
  /** The greeting and the description of an empty thread. Renders the `Empty` component of the chat. */
  readonly Empty: typeof ChatEmpty;
  /** Button that loads older messages. Renders a `<div>`, and nothing once all messages are loaded. */
  readonly LoadOlder: typeof ChatLoadOlder;
  /** Notice that a thread was copied from another one, with a button that opens that one. Renders a `<p>`, or nothing. */
  readonly BranchNotice: typeof BranchNotice;
  /** Divider above the first unread response. Renders a `<div>`. */
  readonly UnreadDivider: typeof UnreadDivider;
  /**
   * A message that no run created: the user's, or one that the thread was created with. Renders an `<article>`, or
   * nothing if the message is not in the thread.
   */
  readonly Message: typeof ChatMessage;
  /** The content of a message, or the form in which it is edited. Renders a `<div>` or a `<form>`. */
  readonly MessageContent: typeof ChatMessageContent;
  /**
   * Copy, edit and delete below a stored message, or the confirmation before it is deleted. Renders a `<div>`, or
   * nothing.
   */
  readonly MessageActions: typeof ChatMessageActions;
  /** Why a message was not sent, with retry and discard. Renders a `<div>`, and nothing for other messages. */
  readonly MessageFailure: typeof ChatMessageFailure;
  /** One run on a thread line: its steps, its responses, its approvals and its outcome. Renders a `<div>`. */
  readonly Run: typeof ChatRun;
  /** The steps and the messages of a run, in their order. Renders these elements side by side. */
  readonly RunItems: typeof ChatRunItems;
  /** One message of the run. Renders an `<article>`. */
  readonly RunMessage: typeof ChatRunMessage;
  /** The tool calls of one step of the run, a row each. Renders the rows side by side. */
  readonly RunStep: typeof ChatRunStep;
  /**
   * The end of the thread line: progress and approvals of an active run, else its summary or its outcome. Renders
   * these elements side by side, or nothing.
   */
  readonly RunFooter: typeof ChatRunFooter;
  /** `Thread.ScrollToBottom` with the number of unread responses. Renders a `<button>`. */
  readonly ScrollToBottom: typeof ChatScrollToBottom;
  /** The last error that no message or run shows, with a retry button. Renders a `<div>`, or nothing. */
  readonly Error: typeof ChatError;
  /** The messages that wait for the active run to end. Renders an `<ol>`, or nothing for an empty queue. */
  readonly Queue: typeof ChatQueue;
  /** The composer of the thread. Renders a `<form>`. */
  readonly Composer: typeof ChatComposer;
  /**
   * The files of the message that is being written: their list, the button that adds files, and the drop zone over
   * the thread. Renders these elements side by side, or nothing if the backend stores no
   * files.
   */
  readonly Attachments: typeof ChatAttachments;
  /** First messages to choose from, while the thread is empty. Renders a `<div>`, or nothing. */
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
