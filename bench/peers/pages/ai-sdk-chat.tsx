import '../../ui/pages/plain.css';
import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport, type UIMessage } from 'ai';
import { memo } from 'react';
import { createRoot } from 'react-dom/client';
import { Streamdown } from 'streamdown';
import { StickToBottom } from 'use-stick-to-bottom';
import type { StreamedResponse } from '../../ui/pages/candidate.ts';
import { installBench, submitMessage } from '../../ui/pages/install-bench.ts';
import { Composer } from './composer.tsx';
import { createDeltaBytes, dataFrame } from './delta-bytes.ts';

/** The UI message stream protocol, as the server helpers of the AI SDK write it. */
const protocol = {
  opening: [{ type: 'start' }, { type: 'start-step' }, { type: 'text-start', id: '0' }]
    .map(dataFrame)
    .join(''),
  deltaFrame: (delta: string) => dataFrame({ type: 'text-delta', id: '0', delta }),
};

/** Sends only the newest message, as the documentation recommends for long threads. */
function createTransport() {
  let planned: ((response: Response) => void) | undefined;
  const transport = new DefaultChatTransport<UIMessage>({
    api: '/chat',
    fetch: () => new Promise((resolve) => (planned = resolve)),
    prepareSendMessagesRequest: ({ id, messages }) => ({ body: { id, message: messages.at(-1) } }),
  });
  return {
    transport,
    respond(deltas: readonly string[]): StreamedResponse {
      const { body, response } = createDeltaBytes(deltas, protocol);
      const headers = { 'content-type': 'text/event-stream', 'x-vercel-ai-ui-message-stream': 'v1' };
      planned?.(new Response(body, { headers }));
      return response;
    },
    isRequested: () => planned !== undefined,
  };
}

interface RowProps {
  message: UIMessage;
  isStreaming: boolean;
}

const Row = memo(function Row({ message: { role, parts }, isStreaming }: RowProps) {
  return (
    <article className={role === 'user' ? 'plain-message plain-user' : 'plain-message'}>
      {parts.map((part, index) => {
        if (part.type !== 'text') return null;
        if (role === 'user') return part.text;
        return (
          // Parts are only appended, so the index is stable.
          <Streamdown key={index} isAnimating={isStreaming}>
            {part.text}
          </Streamdown>
        );
      })}
    </article>
  );
});

interface AiSdkChatProps {
  threadId: string;
  initial: UIMessage[];
  transport: DefaultChatTransport<UIMessage>;
  throttle: number | undefined;
}

function AiSdkChat({ threadId, initial, transport, throttle }: AiSdkChatProps) {
  const { messages, sendMessage, status } = useChat({
    id: threadId,
    messages: initial,
    transport,
    ...(throttle !== undefined && { throttle }),
  });
  return (
    <div className="plain">
      <StickToBottom className="plain-stick" initial="instant" resize="instant">
        <StickToBottom.Content className="plain-column">
          {messages.map((message, index) => (
            <Row
              key={message.id}
              message={message}
              isStreaming={status === 'streaming' && index === messages.length - 1}
            />
          ))}
        </StickToBottom.Content>
      </StickToBottom>
      <Composer onSend={(text) => void sendMessage({ text })} />
    </div>
  );
}

/** `useChat` with Streamdown and the scroll container of AI Elements. @param throttle - In milliseconds. */
export function installAiSdk(throttle: number | undefined): void {
  installBench({
    load(history, threadId) {
      const initial = history.map(
        ({ role, text }, index): UIMessage => ({
          id: `${threadId}_${index}`,
          role,
          parts: [{ type: 'text', text }],
        }),
      );
      return {
        mount(root) {
          const wire = createTransport();
          createRoot(root).render(
            <AiSdkChat
              threadId={threadId}
              initial={initial}
              transport={wire.transport}
              throttle={throttle}
            />,
          );
          return {
            async sendMessage(deltas) {
              submitMessage(root);
              while (!wire.isRequested()) await new Promise((resolve) => setTimeout(resolve, 5));
              return wire.respond(deltas);
            },
          };
        },
      };
    },
  });
}
