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
import type { Answer } from '../../ui/pages/candidate.ts';
import { askThroughForm, installBench } from '../../ui/pages/install-bench.ts';

const plugins = [remarkGfm];

function MarkdownText() {
  return <MarkdownTextPrimitive remarkPlugins={plugins} smooth={false} />;
}

/** Outside of a component, so that rows stay memoised. */
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

/** Text as it comes, for a run that reads it. */
function createRunText() {
  const waiting: string[] = [];
  let wake = (): void => {};
  return {
    add(text: string) {
      waiting.push(text);
      wake();
    },
    async *read(): AsyncGenerator<string> {
      while (true) {
        // One update for each delta, as one for each chunk of a response.
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) yield next;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

function createModel() {
  let onAsked = (_answer: ReturnType<typeof createRunText>): void => {};
  const asked = new Promise<ReturnType<typeof createRunText>>((resolve) => (onAsked = resolve));
  const adapter: ChatModelAdapter = {
    async *run() {
      const text = createRunText();
      onAsked(text);
      let whole = '';
      for await (const piece of text.read()) {
        whole += piece;
        yield { content: [{ type: 'text', text: whole }] };
      }
    },
  };
  return { adapter, asked };
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

/** The local runtime, with this thread in it. */
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
          const { adapter, asked } = createModel();
          createRoot(root).render(
            <Runtime adapter={adapter} initial={initial}>
              {thread}
            </Runtime>,
          );
          return {
            async ask(deltas): Promise<Answer> {
              askThroughForm(root);
              const text = await asked;
              return { push: (index) => text.add(deltas[index] ?? ''), add: text.add };
            },
          };
        },
      };
    },
  });
}
