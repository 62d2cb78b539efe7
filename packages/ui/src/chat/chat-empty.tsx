'use client';

import { useAssistant, useThreadState, useTimeline } from '@threadkit/react';
import type { ReactNode } from 'react';
import { useStrings } from '../locales/locale-provider.tsx';
import { ThreadEmpty, ThreadStarterPrompts } from '../thread/thread-empty.tsx';
import { useChat } from './chat-context.ts';

interface EmptyState {
  readonly greeting?: string;
  readonly description: string | undefined;
  readonly starterPrompts: readonly string[] | undefined;
}

/**
 * What an empty thread shows: the app's values, and otherwise those of the assistant. Nothing while the assistant
 * loads, because the text would be replaced before it is read.
 */
function useEmptyState(): EmptyState {
  const { assistantId, description, starterPrompts } = useChat('Chat.Empty').start;
  const { thread } = useStrings();
  const needsAssistant = description === undefined || starterPrompts === undefined;
  const { data, isLoading } = useAssistant({ assistantId: needsAssistant ? assistantId : undefined });
  if (isLoading) return { description: undefined, starterPrompts: [] };
  const name = data?.name || undefined;
  return {
    ...(description === undefined
      ? { greeting: thread.greeting(name), description: data?.description || thread.greetingText }
      : { description: description || undefined }),
    starterPrompts: starterPrompts ?? [
      thread.promptHelp(name),
      thread.promptExample,
      thread.promptRequirements,
    ],
  };
}

/** The greeting and the description of an empty thread. Renders the `Empty` component of the chat. */
export function ChatEmpty(): ReactNode {
  const { Empty = ThreadEmpty } = useChat('Chat.Empty').components;
  const { greeting, description } = useEmptyState();
  return <Empty greeting={greeting} description={description} />;
}

/** First messages to choose from, while the thread is empty. Renders a `<div>`, or nothing. */
export function ChatStarterPrompts(): ReactNode {
  const { rows, isLoading, error } = useTimeline();
  const isSending = useThreadState({ select: ({ status }) => status === 'sending' });
  return rows.length > 0 || isLoading || error || isSending ? null : <StarterPrompts />;
}

/** A separate component, so that the assistant is only loaded for an empty thread. */
function StarterPrompts(): ReactNode {
  const { send, focusComposer } = useChat('Chat.StarterPrompts');
  const { starterPrompts } = useEmptyState();
  if (!starterPrompts?.length) return null;
  return (
    <div data-slot="thread-start">
      <div data-slot="thread-column">
        <ThreadStarterPrompts
          starterPrompts={starterPrompts}
          onSelect={(prompt) => {
            send(prompt);
            focusComposer();
          }}
        />
      </div>
    </div>
  );
}
