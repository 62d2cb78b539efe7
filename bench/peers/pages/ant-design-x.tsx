/** `Bubble.List` with `XMarkdown` in streaming mode. */
import '../../ui/pages/plain.css';
import { Bubble, Sender, XProvider } from '@ant-design/x';
import type { BubbleItemType, RoleType } from '@ant-design/x/es/bubble/interface';
import XMarkdown from '@ant-design/x-markdown';
import { memo, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { StreamedResponse } from '../../ui/pages/candidate.ts';
import { installBench } from '../../ui/pages/install-bench.ts';
import type { HistoryMessage } from '../../ui/text.ts';

interface MarkdownProps {
  text: string;
  isStreaming: boolean;
}

const Markdown = memo(function Markdown({ text, isStreaming }: MarkdownProps) {
  return <XMarkdown content={text} streaming={{ hasNextChunk: isStreaming }} />;
});

const roles: RoleType = {
  ai: {
    placement: 'start',
    contentRender: (content: string, { status }) => (
      <Markdown text={content} isStreaming={status === 'updating'} />
    ),
  },
  user: { placement: 'end' },
};

interface Controls {
  sendMessage(deltas: readonly string[]): StreamedResponse;
}

interface AntChatProps {
  initial: readonly BubbleItemType[];
  onReady: (controls: Controls) => void;
}

/** `Sender` owns the draft, so that typing does not render the list. */
function AntChat({ initial, onReady }: AntChatProps) {
  const [items, setItems] = useState<BubbleItemType[]>(() => [...initial]);
  useEffect(() => {
    onReady({
      sendMessage(deltas) {
        setItems((before) => [
          ...before,
          { key: 'question', role: 'user', content: 'Please write on.' },
          { key: 'response', role: 'ai', content: '', status: 'updating' },
        ]);
        const append = (text: string): void =>
          setItems((before) => {
            const last = before.at(-1);
            return last ? [...before.slice(0, -1), { ...last, content: `${last.content}${text}` }] : before;
          });
        return { push: (index) => append(deltas[index] ?? ''), append };
      },
    });
  }, [onReady]);
  return (
    <XProvider>
      <div className="plain">
        <div className="plain-stick">
          <Bubble.List items={items} role={roles} autoScroll style={{ height: '100%' }} />
        </div>
        <Sender />
      </div>
    </XProvider>
  );
}

const toItem = ({ role, text }: HistoryMessage, index: number): BubbleItemType => ({
  key: index,
  role: role === 'user' ? 'user' : 'ai',
  content: text,
  status: 'success',
});

installBench({
  load(history) {
    const initial = history.map(toItem);
    return {
      mount(root) {
        const ready = new Promise<Controls>((onReady) => {
          createRoot(root).render(<AntChat initial={initial} onReady={onReady} />);
        });
        return { sendMessage: async (deltas) => (await ready).sendMessage(deltas) };
      },
    };
  },
});
