'use client';

import { useTimelineMessage } from '@threadkit/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useAnnounce } from '../announcer/announcer.tsx';
import { useChat } from '../chat/chat-context.ts';
import * as Message from '../message/index.ts';
import { plainText } from '../message/plain-text.ts';
import { isSuperseded } from '../message/superseded.ts';
import { SupersededMessage } from '../message/superseded-message.tsx';
import { useWords } from '../words/words-provider.tsx';

/** Longer answers are announced by their beginning: the rest is read in the log. */
const ANNOUNCED_CHARS = 400;

/** One answer of a run. Renders again with its own text only, and is announced once it is finished. */
export function TurnMessage({ messageKey }: { messageKey: string }): ReactNode {
  const { controller } = useChat('TurnMessage');
  const entry = useTimelineMessage(controller, messageKey);
  const words = useWords();
  const announce = useAnnounce();
  const isLive = entry?.phase === 'live' && entry.message.status !== 'completed';
  const wasLive = useRef(false);
  const text = entry && !isLive ? plainText(entry.message) : '';
  // Joins the live region: an answer that was written while someone looked is said when it is done.
  useEffect(() => {
    if (wasLive.current && !isLive && text !== '') {
      announce(words.message.answered(text.slice(0, ANNOUNCED_CHARS)));
    }
    wasLive.current = isLive;
  }, [announce, isLive, text, words]);

  if (!entry) return null;
  if (isSuperseded(entry.message)) return <SupersededMessage message={entry.message} />;
  return (
    <Message.Root role="assistant" phase={entry.phase}>
      <Message.Content message={entry.message} isStreaming={isLive} />
    </Message.Root>
  );
}
