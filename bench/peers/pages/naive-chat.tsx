import '../../ui/pages/plain.css';
import { type ComponentType, type FormEvent, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { StreamedResponse } from '../../ui/pages/candidate.ts';
import { installBench } from '../../ui/pages/install-bench.ts';
import type { HistoryMessage } from '../../ui/text.ts';

export interface NaiveMessageProps {
  message: HistoryMessage;
}

interface Controls {
  sendMessage(deltas: readonly string[]): StreamedResponse;
}

interface NaiveChatProps {
  history: readonly HistoryMessage[];
  Message: ComponentType<NaiveMessageProps>;
  onReady: (controls: Controls) => void;
}

/** A first implementation: one component holds all messages and the draft in its state. */
function NaiveChat({ history, Message, onReady }: NaiveChatProps) {
  const [messages, setMessages] = useState(history);
  const [draft, setDraft] = useState('');
  const thread = useRef<HTMLDivElement>(null);
  useEffect(() => {
    thread.current?.scrollTo({ top: thread.current.scrollHeight });
  }, [messages]);
  useEffect(() => {
    onReady({
      sendMessage(deltas) {
        setMessages((before) => [
          ...before,
          { role: 'user', text: 'Please write on.' },
          { role: 'assistant', text: '' },
        ]);
        const append = (text: string): void =>
          setMessages((before) =>
            before.map((message, at) =>
              at === before.length - 1 ? { ...message, text: message.text + text } : message,
            ),
          );
        return { push: (index) => append(deltas[index] ?? ''), append };
      },
    });
  }, [onReady]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setDraft('');
  };
  return (
    <div className="plain">
      <div className="plain-thread" ref={thread}>
        {messages.map((message, index) => (
          // Messages are only appended, so the index is stable.
          <Message key={index} message={message} />
        ))}
      </div>
      <form onSubmit={submit}>
        <textarea value={draft} onChange={({ target }) => setDraft(target.value)} />
      </form>
    </div>
  );
}

/** Installs a naive page with the given message component. */
export function installNaive(Message: ComponentType<NaiveMessageProps>): void {
  installBench({
    load: (history) => ({
      mount(root) {
        const ready = new Promise<Controls>((onReady) => {
          createRoot(root).render(<NaiveChat history={history} Message={Message} onReady={onReady} />);
        });
        return { sendMessage: async (deltas) => (await ready).sendMessage(deltas) };
      },
    }),
  });
}
