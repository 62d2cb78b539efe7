'use client';

import { isActive, type ThreadSnapshot } from '@threadkit/core';
import { useThreadState } from '@threadkit/react';
import type { ReactNode, RefObject } from 'react';
import { fillInput } from '../composer/grow-to-content.ts';
import * as Composer from '../composer/index.ts';
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

/** Below the conversation: what went wrong, what waits to be sent, and where the next message is written. */
export function ChatDock({ inputRef }: { inputRef: RefObject<HTMLTextAreaElement | null> }): ReactNode {
  const { controller, goOn, send, settledError, settleError } = useChat('ChatDock');
  const isBusy = useThreadState(controller, ({ status, run }) => status === 'sending' || isActive(run));
  const isWaiting = useThreadState(controller, ({ toolCalls }) => toolCalls.some(asksPerson));
  const queue = useThreadState(controller, (snapshot) => snapshot.queue);
  const error = useThreadState(controller, looseError);
  const waitMs = useWaitLeft(error);
  const scrollToEnd = useScrollToEnd();
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
          if (inputRef.current) fillInput(inputRef.current, inputText(input));
        }}
      />
      <Composer.Root
        isBusy={isBusy}
        onStop={() => void controller.cancel()}
        onSend={(text) => {
          send(text);
          scrollToEnd();
        }}
      >
        <Composer.Box>
          <Composer.Input ref={inputRef} />
          <Composer.Send />
        </Composer.Box>
        <Composer.Hint isWaiting={isWaiting} />
      </Composer.Root>
    </Thread.Dock>
  );
}
