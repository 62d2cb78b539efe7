'use client';

import { useMessageOutline, useMessagePart } from '@threadkit/react';
import { type ReactNode, useState } from 'react';
import { lazyPart } from '../../internals/lazy-part.tsx';
import { loadLazyParts } from '../../load-lazy-parts.ts';
import { rendererLoader } from '../../markdown/load-renderer.ts';
import { stripMarkdown } from '../../markdown/streaming/strip-markdown.ts';
import { MessageContent, MessagePart, type MessagePartProps, MessageRoot } from '../../message/message.tsx';
import { messageSource, readableText } from '../../message/message-source.ts';
import { isSuperseded } from '../../message/superseded.ts';
import { useChat } from '../chat-context.ts';
import { RenderBoundary } from '../render-boundary.tsx';
import { useRunContext } from './run-context.ts';
import { useAnnouncedOnce } from './use-announced-once.ts';

/** Only the beginning of a longer response is announced: the rest can be read in the log. */
const ANNOUNCED_CHARS = 400;

/** The beginning of the text, without markdown syntax. Parsed with the built-in renderer if that is loaded already: announcing must not load it. */
const toSpokenText = (text: string): string =>
  truncateText((rendererLoader.loaded()?.spokenText ?? stripMarkdown)(text), ANNOUNCED_CHARS);

const SupersededMessage = lazyPart(loadLazyParts, (parts) => parts.SupersededMessage);

/** Props of `Chat.RunMessage`. */
export interface ChatRunMessageProps {
  /** The key of an item of `useRunItems` with the kind `message`. */
  messageKey: string;
}

/**
 * One message of the run. Each part of it subscribes to its own data; the message is announced once it is complete. Renders an
 * `<article>`.
 */
export function ChatRunMessage({ messageKey }: ChatRunMessageProps): ReactNode {
  const { controller } = useChat('Chat.RunMessage');
  const { run } = useRunContext('Chat.RunMessage');
  const timelineMessage = useMessageOutline({ messageKey });
  const isLive = timelineMessage?.phase === 'live' && timelineMessage.message.status !== 'completed';
  // Only responses that this page received are announced, when they are complete. A short one can be complete from the start.
  const [wasReceivedHere] = useState(() =>
    controller.getSnapshot().localMessages.some(({ key }) => key === messageKey),
  );
  const isReplaced = timelineMessage !== undefined && isSuperseded(timelineMessage.message, run?.status);
  const text =
    wasReceivedHere && !isLive && !isReplaced && timelineMessage ? readableText(timelineMessage.message) : '';
  useAnnouncedOnce(controller, messageKey, text, toSpokenText);

  if (!timelineMessage) return null;
  if (isReplaced) return <SupersededMessage message={timelineMessage.message} />;
  return (
    <MessageRoot role="assistant" phase={timelineMessage.phase}>
      <RenderBoundary readText={() => messageSource(timelineMessage.message)} resetKey={isLive}>
        <MessageContent message={timelineMessage.message} isStreaming={isLive}>
          {(part, index) => <RunMessagePart messageKey={messageKey} index={index} {...part} />}
        </MessageContent>
      </RenderBoundary>
    </MessageRoot>
  );
}

interface RunMessagePartProps extends MessagePartProps {
  messageKey: string;
  index: number;
}

/** One part of a message: the only component that renders for a delta. */
function RunMessagePart({ messageKey, index, ...props }: RunMessagePartProps): ReactNode {
  const part = useMessagePart({ messageKey, index });
  return <MessagePart {...props} part={part ?? props.part} />;
}

/** The beginning of a text, cut between two words and marked with an ellipsis. */
export function truncateText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const cut = text.slice(0, maxChars);
  const space = cut.search(/\s\S*$/);
  return `${space > 0 ? cut.slice(0, space) : cut} …`;
}
