import { QueryClient } from '@tanstack/react-query';
import { createClient } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { Chat, ThreadList } from '@threadkit/ui';
import { useCallback, useState } from 'react';
import { changeTheme, rollDice, toolViews } from './page-tools.ts';
import { ThemeToggle } from './theme-toggle.tsx';
import { useThreadInUrl } from './thread-in-url.ts';
import { TitleFromFirstWords } from './title-from-first-words.tsx';

const client = createClient({ baseURL: new URL('/v1', location.href).href });
const queryClient = new QueryClient();
const tools = [changeTheme, rollDice];

const description =
  'Answers questions about Threadkit, and can change this page or refund an order when you allow it.';
const starterPrompts = [
  'What is Threadkit?',
  'Change the theme to dark',
  'For order A-1042, refund 20 EUR',
  'What is the sum of 7 and 35?',
];

export function App() {
  const [threadId, openThread] = useThreadInUrl();
  // A new number starts an empty chat. The thread that it creates keeps the number, so that the chat does not remount.
  const [chatNumber, setChatNumber] = useState(0);

  const startThread = () => {
    openThread(undefined);
    setChatNumber((number) => number + 1);
  };
  // Focus the composer of a chat that the user has started, but not on the first visit.
  const focusNewThread = useCallback(
    (chat: HTMLDivElement | null) => {
      if (chatNumber > 0) chat?.querySelector('textarea')?.focus();
    },
    [chatNumber],
  );
  // On narrow screens the list is a popover, which closes after a choice.
  const closeList = () => document.getElementById('threads')?.hidePopover();

  return (
    <ThreadkitProvider client={client} queryClient={queryClient}>
      <div className="playground">
        <header className="bar">
          <button type="button" className="quiet" popoverTarget="threads">
            Threads
          </button>
          <button type="button" className="quiet" onClick={startThread}>
            New thread
          </button>
        </header>
        <ThreadList
          id="threads"
          className="threads"
          popover="auto"
          threadId={threadId}
          onSelect={(chosen) => {
            openThread(chosen);
            closeList();
          }}
          onNew={() => {
            startThread();
            closeList();
          }}
        >
          <div className="threads-foot">
            <ThemeToggle />
          </div>
        </ThreadList>
        {threadId !== undefined && <TitleFromFirstWords threadId={threadId} />}
        <main>
          <h1>Threadkit playground</h1>
          <Chat
            key={chatNumber}
            ref={focusNewThread}
            assistantId="asst_demo"
            threadId={threadId}
            onThreadIdChange={openThread}
            tools={tools}
            toolViews={toolViews}
            description={description}
            starterPrompts={starterPrompts}
          />
        </main>
      </div>
    </ThreadkitProvider>
  );
}
