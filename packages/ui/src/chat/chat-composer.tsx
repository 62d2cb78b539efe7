'use client';

import { isActive, type QueuedInput, type ThreadSnapshot } from '@threadkit/core';
import { useCapabilities, useDraft, useFiles, useThreadState } from '@threadkit/react';
import { type ReactNode, type RefObject, useMemo, useState } from 'react';
import type { AttachmentLimits } from '../composer/attachments/attachment-limits.ts';
import { NO_FILES } from '../composer/attachments/composer-files.ts';
import * as Composer from '../composer/index.ts';
import { Queue } from '../composer/queue.tsx';
import type { SuggestionSource, SuggestionTrigger } from '../composer/suggestions/suggestion.ts';
import { putBack } from '../internals/grow-to-content.ts';
import { lazyPart } from '../internals/lazy-part.tsx';
import { ErrorNotice } from '../internals/notice/error-notice.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { inputText } from '../message/plain-text.ts';
import * as Thread from '../thread/index.ts';
import { useScrollToEnd } from '../thread/thread.tsx';
import { asksPerson } from '../tool/approval/describe-approval.ts';
import { useChat } from './chat-context.ts';
import { editLastMessage } from './edit-last-message.ts';
import { useWaitLeft } from './use-wait-left.ts';

/** An error that no message and no ending tells of. */
function looseError({ error, localMessages }: ThreadSnapshot): ThreadSnapshot['error'] {
  return localMessages.some(({ phase }) => phase === 'failed') ? undefined : error;
}

/** For where the backend keeps files. A chat that cannot load it does without. */
const Attachments = lazyPart(
  (parts) => parts.ChatAttachments,
  () => null,
);

interface ChatComposerProps {
  inputRef: RefObject<HTMLTextAreaElement | null>;
  commands: SuggestionSource | undefined;
  mentions: SuggestionSource | undefined;
  attachments: Partial<AttachmentLimits> | false | undefined;
}

/** Below the conversation: what went wrong, what waits to be sent, and where the next message is written. */
export function ChatComposer({ inputRef, commands, mentions, attachments }: ChatComposerProps): ReactNode {
  const { controller, focusComposer, send, settledError, settleError } = useChat('ChatComposer');
  const isBusy = useThreadState({
    controller,
    select: ({ status, run }) => status === 'sending' || isActive(run),
  });
  const isWaiting = useThreadState({ controller, select: ({ toolCalls }) => toolCalls.some(asksPerson) });
  const queue = useThreadState({ controller, select: (snapshot) => snapshot.queue });
  const error = useThreadState({ controller, select: looseError });
  const waitMs = useWaitLeft(error);
  const scrollToEnd = useScrollToEnd();
  const offersFiles = useCapabilities().files === true && attachments !== false;
  const files = useFiles();
  const [composerFiles, setComposerFiles] = useState(NO_FILES);
  const draft = useDraft({ controller });
  const strings = useStrings().composer;
  const triggers = useMemo((): readonly SuggestionTrigger[] => {
    const command = commands && { ...commands, char: '/', label: strings.commands, at: 'start' as const };
    const mention = mentions && { ...mentions, char: '@', label: strings.mentions };
    return [command, mention].filter((trigger) => trigger !== undefined);
  }, [commands, mentions, strings]);
  const giveBack = (text: string): void => {
    if (inputRef.current) putBack(inputRef.current, text);
  };
  const editQueued = ({ key, input }: QueuedInput): void => {
    controller.removeQueued(key);
    composerFiles.putBack(input);
    giveBack(inputText(input));
  };
  const editLast = (): void => {
    const last = queue.at(-1);
    if (last) editQueued(last);
    else editLastMessage(inputRef.current);
  };
  return (
    <Thread.Dock>
      {error && error !== settledError && (
        <ErrorNotice
          error={error}
          waitMs={waitMs}
          onRetry={() => {
            settleError(error);
            controller.attach();
          }}
        />
      )}
      <Queue
        queue={queue}
        onRemove={(key) => {
          controller.removeQueued(key);
          focusComposer();
        }}
        onSendNow={(key) => {
          controller.sendNow(key);
          focusComposer();
        }}
        onEdit={editQueued}
      />
      <Composer.Root
        draft={draft}
        isBusy={isBusy}
        onStop={() => void controller.cancel()}
        canSendEmpty={composerFiles.hasImage}
        blockedReason={composerFiles.blockedReason}
        onSend={(text) => {
          send(composerFiles.take(text));
          scrollToEnd();
        }}
      >
        <Composer.Box>
          {offersFiles && files && (
            <Attachments files={files} limits={attachments} onChange={setComposerFiles}>
              <span data-slot="composer-attach" />
            </Attachments>
          )}
          <Composer.Input ref={inputRef} onEditLast={editLast} />
          <Composer.Send />
        </Composer.Box>
        <Composer.Suggestions triggers={triggers} />
        <Composer.Hint isWaiting={isWaiting} />
      </Composer.Root>
    </Thread.Dock>
  );
}
