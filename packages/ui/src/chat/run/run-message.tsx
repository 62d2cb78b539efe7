'use client';

import type { RunStatus } from '@threadkit/core';
import { useMessageOutline, useMessagePart } from '@threadkit/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useAnnounce } from '../../internals/announcer.tsx';
import { lazyPart } from '../../internals/lazy-part.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { rendererLoader } from '../../markdown/load-renderer.ts';
import { stripMarkdown } from '../../markdown/streaming/strip-markdown.ts';
import * as Message from '../../message/index.ts';
import { messageSource, readableText } from '../../message/message-source.ts';
import { isSuperseded } from '../../message/superseded.ts';
import { useChat } from '../chat-context.ts';
import { Contained } from '../contained.tsx';
import { beginningOf } from './beginning-of.ts';

/** Longer answers are announced by their beginning: the rest is read in the log. */
const ANNOUNCED_CHARS = 400;

const SupersededMessage = lazyPart((parts) => parts.SupersededMessage);

/** An answer as it is read aloud. An app with a renderer of its own never loads the kit's. */
const toWords = (text: string): string => (rendererLoader.loaded()?.spokenText ?? stripMarkdown)(text);

export interface RunMessageProps {
  messageKey: string;
  /** Undefined while the run is not known. */
  runStatus: RunStatus | undefined;
}

/** One answer of a run. Its parts render for themselves; it is announced once it is finished. */
export function RunMessage({ messageKey, runStatus }: RunMessageProps): ReactNode {
  const { controller } = useChat('RunMessage');
  const entry = useMessageOutline({ controller, messageKey });
  const strings = useStrings();
  const announce = useAnnounce();
  const isLive = entry?.phase === 'live' && entry.message.status !== 'completed';
  const wasLive = useRef(false);
  const text = entry && !isLive ? readableText(entry.message) : '';
  // Joins the live region: an answer that was written while someone looked is said when it is done.
  useEffect(() => {
    if (wasLive.current && !isLive && text !== '') {
      announce(strings.message.answered(beginningOf(toWords(text), ANNOUNCED_CHARS)));
    }
    wasLive.current = isLive;
  }, [announce, isLive, text, strings]);

  if (!entry) return null;
  if (isSuperseded(entry.message, runStatus)) return <SupersededMessage message={entry.message} />;
  return (
    <Message.Root role="assistant" phase={entry.phase}>
      <Contained readText={() => messageSource(entry.message)} resetKey={isLive}>
        <Message.Content message={entry.message} isStreaming={isLive}>
          {(part, index) => <RunMessagePart messageKey={messageKey} index={index} {...part} />}
        </Message.Content>
      </Contained>
    </Message.Root>
  );
}

interface RunMessagePartProps extends Message.PartProps {
  messageKey: string;
  index: number;
}

/** One part of an answer: all that renders for a delta. */
function RunMessagePart({ messageKey, index, ...props }: RunMessagePartProps): ReactNode {
  const { controller } = useChat('RunMessagePart');
  const part = useMessagePart({ controller, messageKey, index });
  return <Message.Part {...props} part={part ?? props.part} />;
}
