'use client';

import type { ThreadController } from '@threadkit/core';
import { useAssistant, useThreadState, useTimeline } from '@threadkit/react';
import {
  type ReactNode,
  useCallback,
  useLayoutEffect,
  useReducer,
  useState,
  useSyncExternalStore,
} from 'react';
import { flushSync } from 'react-dom';
import { useStrings } from '../locales/locale-provider.tsx';
import * as Thread from '../thread/index.ts';
import { useChat } from './chat-context.ts';

export interface ChatEmptyProps {
  assistantId: string | undefined;
  description: string | undefined;
  starterPrompts: readonly string[] | undefined;
}

/** What the app gives wins. Nothing while the assistant is asked for: what is shown would change before it is read. */
function useEmptyState({ assistantId, description, starterPrompts }: ChatEmptyProps): Omit<
  ChatEmptyProps,
  'assistantId'
> & {
  greeting?: string;
} {
  const { thread } = useStrings();
  const isAsked = description === undefined || starterPrompts === undefined;
  const { data, isLoading } = useAssistant({ assistantId: isAsked ? assistantId : undefined });
  if (isLoading) return { description: undefined, starterPrompts: [] };
  const name = data?.name || undefined;
  return {
    ...(description === undefined
      ? { greeting: thread.hello(name), description: data?.description || thread.offer }
      : { description: description || undefined }),
    starterPrompts: starterPrompts ?? [thread.askHelp(name), thread.askExample, thread.askNeeds],
  };
}

type Stage = 'empty' | 'begun' | undefined;

/** Empty: nothing was sent, and there is no thread that could hold anything. Begun: the first message is on its way. */
function stageOf({ threadId, status, localMessages }: ReturnType<ThreadController['getSnapshot']>): Stage {
  if (threadId !== undefined) return undefined;
  return status === 'idle' && localMessages.length === 0 ? 'empty' : 'begun';
}

/** A chat that was empty here stays `begun`, other than one that a reload has led back to its thread. */
export function useStage(controller: ThreadController): Stage {
  // Read from the controller itself: what is joined with the cache follows a moment later.
  const readStage = useCallback(() => stageOf(controller.getSnapshot()), [controller]);
  const now = useSyncExternalStore(controller.subscribe, readStage, readStage);
  const isEmpty = now === 'empty';
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  // Finds the thread that a reload leads back to, and renders it, before the first paint: in the middle the composer would
  // be seen to move. Hooks subscribe in passive effects, which may run after that paint.
  useLayoutEffect(() => {
    if (!isEmpty) return;
    return controller.subscribe(() => {
      if (readStage() === undefined) flushSync(renderAgain);
    });
  }, [controller, isEmpty, readStage]);
  const [begun, setBegun] = useState<ThreadController>();
  if (now === 'begun' && begun !== controller) setBegun(controller);
  return now ?? (begun === controller ? 'begun' : undefined);
}

/** Where the first message will stand: who this is, and what for. */
export function ChatGreeting(props: ChatEmptyProps): ReactNode {
  const { greeting, description } = useEmptyState(props);
  return <Thread.Empty greeting={greeting} description={description} />;
}

/** Ways to begin, beside the composer while the thread is empty. */
export function ChatStarterPrompts(props: ChatEmptyProps): ReactNode {
  const { controller } = useChat('ChatStarterPrompts');
  const { rows, isLoading, error } = useTimeline({ controller });
  const isSending = useThreadState({ controller, select: ({ status }) => status === 'sending' });
  return rows.length > 0 || isLoading || error || isSending ? null : <StarterPrompts {...props} />;
}

function StarterPrompts(props: ChatEmptyProps): ReactNode {
  const { send, focusComposer } = useChat('ChatStarterPrompts');
  const { starterPrompts } = useEmptyState(props);
  if (!starterPrompts?.length) return null;
  const open = (opener: string): void => {
    send(opener);
    focusComposer();
  };
  return (
    <div data-slot="thread-start">
      <div data-slot="thread-column">
        <Thread.StarterPrompts starterPrompts={starterPrompts} onOpen={open} />
      </div>
    </div>
  );
}
