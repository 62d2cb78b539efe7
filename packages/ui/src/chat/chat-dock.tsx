'use client';

import { isActive, type ThreadSnapshot } from '@threadkit/core';
import { useCapabilities, useFiles, useThreadState } from '@threadkit/react';
import { type ReactNode, type RefObject, useState } from 'react';
import type { AttachmentLimits } from '../attachments/attachment-limits.ts';
import { NO_FILES } from '../attachments/composer-files.ts';
import { fillInput } from '../composer/grow-to-content.ts';
import * as Composer from '../composer/index.ts';
import { laterPart } from '../later/later-part.tsx';
import { inputText } from '../message/plain-text.ts';
import { ErrorNotice } from '../notice/error-notice.tsx';
import { Queue } from '../queue/queue.tsx';
import * as Thread from '../thread/index.ts';
import { useScrollToEnd } from '../thread/thread.tsx';
import { asksPerson } from '../tool-approval/describe-approval.ts';
import { useChat } from './chat-context.ts';
import { useWaitLeft } from './use-wait-left.ts';

/** An error that no message and no ending tells of. */
function looseError({ error, overlay }: ThreadSnapshot): ThreadSnapshot['error'] {
  return overlay.some(({ phase }) => phase === 'failed') ? undefined : error;
}

/** For where the backend keeps files. A chat that cannot load it does without. */
const Attachments = laterPart(
  (parts) => parts.ChatAttachments,
  () => null,
);

export interface ChatDockProps {
  inputRef: RefObject<HTMLTextAreaElement | null>;
  attachments: Partial<AttachmentLimits> | false | undefined;
}

/** Below the conversation: what went wrong, what waits to be sent, and where the next message is written. */
export function ChatDock({ inputRef, attachments }: ChatDockProps): ReactNode {
  const { controller, goOn, send, settledError, settleError } = useChat('ChatDock');
  const isBusy = useThreadState(controller, ({ status, run }) => status === 'sending' || isActive(run));
  const isWaiting = useThreadState(controller, ({ toolCalls }) => toolCalls.some(asksPerson));
  const queue = useThreadState(controller, (snapshot) => snapshot.queue);
  const error = useThreadState(controller, looseError);
  const waitMs = useWaitLeft(error);
  const scrollToEnd = useScrollToEnd();
  const offersFiles = useCapabilities().files === true && attachments !== false;
  const files = useFiles();
  const [composerFiles, setComposerFiles] = useState(NO_FILES);
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
          controller.editQueued(key, undefined);
          goOn();
        }}
        onEdit={({ key, input }) => {
          controller.editQueued(key, undefined);
          composerFiles.putBack(input);
          if (inputRef.current) fillInput(inputRef.current, inputText(input));
        }}
      />
      <Composer.Root
        isBusy={isBusy}
        onStop={() => void controller.cancel()}
        hasMore={composerFiles.hasImage}
        hold={composerFiles.hold}
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
          <Composer.Input ref={inputRef} />
          <Composer.Send />
        </Composer.Box>
        <Composer.Hint isWaiting={isWaiting} />
      </Composer.Root>
    </Thread.Dock>
  );
}
