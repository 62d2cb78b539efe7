import '../../ui/pages/plain.css';
import {
  AssistantRuntimeProvider,
  type ChatModelAdapter,
  ComposerPrimitive,
  MessagePrimitive,
  type ThreadMessageLike,
  useLocalRuntime,
} from '@assistant-ui/react';
import { MarkdownTextPrimitive } from '@assistant-ui/react-markdown';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import remarkGfm from 'remark-gfm';
import type { StreamedResponse } from '../../ui/pages/candidate.ts';
import { installBench, submitMessage } from '../../ui/pages/install-bench.ts';

const plugins = [remarkGfm];

function MarkdownText() {
  return <MarkdownTextPrimitive remarkPlugins={plugins} smooth={false} />;
}

/** Defined outside of components, so that rows stay memoized. */
export const MESSAGE_COMPONENTS = {
  UserMessage: () => (
    <MessagePrimitive.Root className="plain-message plain-user plain-skipped">
      <MessagePrimitive.Parts />
    </MessagePrimitive.Root>
  ),
  AssistantMessage: () => (
    <MessagePrimitive.Root className="plain-message plain-skipped">
      <MessagePrimitive.Parts components={{ Text: MarkdownText }} />
    </MessagePrimitive.Root>
  ),
};

export function Composer() {
  return (
    <ComposerPrimitive.Root>
      <ComposerPrimitive.Input rows={1} />
    </ComposerPrimitive.Root>
  );
}

/** A queue of text deltas, read by the model adapter. */
function createRunText() {
  const queue: string[] = [];
  let wake = (): void => {};
  return {
    append(text: string) {
      queue.push(text);
      wake();
    },
    async *read(): AsyncGenerator<string> {
      while (true) {
        // One update per delta, like one per chunk of a response.
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) yield next;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

function createModel() {
  let onRequested = (_response: ReturnType<typeof createRunText>): void => {};
  const requested = new Promise<ReturnType<typeof createRunText>>((resolve) => (onRequested = resolve));
  const adapter: ChatModelAdapter = {
    async *run() {
      const text = createRunText();
      onRequested(text);
      let whole = '';
      for await (const piece of text.read()) {
        whole += piece;
        yield { content: [{ type: 'text', text: whole }] };
      }
    },
  };
  return { adapter, requested };
}

interface RuntimeProps {
  adapter: ChatModelAdapter;
  initial: readonly ThreadMessageLike[];
  children: ReactNode;
}

function Runtime({ adapter, initial, children }: RuntimeProps) {
  const runtime = useLocalRuntime(adapter, { initialMessages: initial });
  return <AssistantRuntimeProvider runtime={runtime}>{children}</AssistantRuntimeProvider>;
}

/** Installs a page with the local runtime and the given thread component. */
export function installAssistantUi(thread: ReactNode): void {
  installBench({
    load(history, threadId) {
      const initial = history.map(
        ({ role, text }, index): ThreadMessageLike => ({
          id: `${threadId}_${index}`,
          role,
          content: [{ type: 'text', text }],
        }),
      );
      return {
        mount(root) {
          const { adapter, requested } = createModel();
          createRoot(root).render(
            <Runtime adapter={adapter} initial={initial}>
              {thread}
            </Runtime>,
          );
          return {
            async sendMessage(deltas): Promise<StreamedResponse> {
              submitMessage(root);
              const text = await requested;
              return { push: (index) => text.append(deltas[index] ?? ''), append: text.append };
            },
          };
        },
      };
    },
  });
}
