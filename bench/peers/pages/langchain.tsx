/** `useStream` with its HTTP and SSE adapter, and memoized react-markdown. */
import '../../ui/pages/plain.css';
import { AIMessage, type BaseMessage, HumanMessage } from '@langchain/core/messages';
import { HttpAgentServerAdapter, useStream } from '@langchain/react';
import { memo, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import type { StreamedResponse } from '../../ui/pages/candidate.ts';
import { installBench, submitMessage } from '../../ui/pages/install-bench.ts';
import { Composer } from './composer.tsx';
import { createDeltaBytes, dataFrame, type Protocol } from './delta-bytes.ts';
import { MarkdownText } from './markdown.tsx';

/** The agent streaming protocol, with the text of the message in one content block. */
function createProtocol(): Protocol {
  let seq = 0;
  const event = (method: string, data: unknown): string => {
    seq += 1;
    return dataFrame({
      type: 'event',
      seq,
      event_id: `event_${seq}`,
      method,
      params: { namespace: [], timestamp: 0, node: 'agent', data },
    });
  };
  return {
    opening: [
      event('lifecycle', { event: 'running' }),
      event('messages', { event: 'message-start', id: 'response', role: 'ai' }),
      event('messages', { event: 'content-block-start', index: 0, content: { type: 'text', text: '' } }),
    ].join(''),
    deltaFrame: (text) =>
      event('messages', { event: 'content-block-delta', index: 0, delta: { type: 'text-delta', text } }),
  };
}

/** A server in the page: accepts commands, and delivers the response through the open streams. */
function createServer() {
  const streams: ((response: Response) => void)[] = [];
  let onStarted = (): void => {};
  const started = new Promise<void>((resolve) => (onStarted = resolve));
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (pathname.endsWith('/commands')) {
      const { id } = JSON.parse(init?.body as string) as { id: number };
      onStarted();
      return Response.json({ type: 'success', id, result: { run_id: 'run_1' } });
    }
    if (pathname.includes('/stream')) return new Promise((resolve) => streams.push(resolve));
    return new Response(null, { status: 404 });
  };
  return { fetch, streams, started };
}

interface RowProps {
  message: BaseMessage;
}

const Row = memo(function Row({ message }: RowProps) {
  if (message.type === 'human') return <article className="plain-message plain-user">{message.text}</article>;
  return (
    <article className="plain-message">
      <MarkdownText text={message.text} />
    </article>
  );
});

interface LangChainChatProps {
  initial: BaseMessage[];
  transport: HttpAgentServerAdapter;
  threadId: string;
}

function LangChainChat({ initial, transport, threadId }: LangChainChatProps) {
  const { messages, submit } = useStream<{ messages: BaseMessage[] }>({
    transport,
    threadId,
    initialValues: { messages: initial },
  });
  const thread = useRef<HTMLDivElement>(null);
  useEffect(() => {
    thread.current?.scrollTo({ top: thread.current.scrollHeight });
  }, [messages]);
  return (
    <div className="plain">
      <div className="plain-thread" ref={thread}>
        {messages.map((message) => (
          <Row key={message.id} message={message} />
        ))}
      </div>
      <Composer onSend={(content) => void submit({ messages: [new HumanMessage({ content })] })} />
    </div>
  );
}

installBench({
  load(history, threadId) {
    const initial = history.map(({ role, text }, index) => {
      const fields = { id: `${threadId}_${index}`, content: text };
      return role === 'user' ? new HumanMessage(fields) : new AIMessage(fields);
    });
    return {
      mount(root) {
        const { fetch, streams, started } = createServer();
        const transport = new HttpAgentServerAdapter({ apiUrl: 'http://in-page', threadId, fetch });
        createRoot(root).render(
          <LangChainChat initial={initial} transport={transport} threadId={threadId} />,
        );
        return {
          async sendMessage(deltas): Promise<StreamedResponse> {
            submitMessage(root);
            await started;
            while (streams.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
            const { body, response } = createDeltaBytes(deltas, createProtocol());
            streams[0]?.(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
            return response;
          },
        };
      },
    };
  },
});
