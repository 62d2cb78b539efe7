/**
 * `Chat` with its real store and its real client, which reads bytes of the Assistants API from a fetch in the page.
 *
 * A long thread is in the query cache before the page mounts, through the public `@threadkit/react/query`, in pages of
 * a hundred messages, as if the user had scrolled back to the first message.
 */
import '@threadkit/ui/styles.css';
import { QueryClient } from '@tanstack/react-query';
import { createClient } from '@threadkit/core';
import { listPage } from '@threadkit/core/api';
import { ThreadkitProvider } from '@threadkit/react';
import { messagesOptions, runsOptions } from '@threadkit/react/query';
import { Chat } from '@threadkit/ui';
import { createRoot } from 'react-dom/client';
import { installBench, submitMessage } from '../install-bench.ts';
import { createInPageBackend, PAGE } from './in-page-backend.ts';

const backend = createInPageBackend();
const client = createClient({ baseURL: 'http://in-page/v1', fetch: backend.fetch });
const queryClient = new QueryClient();

installBench({
  load(history, threadId) {
    const { messages, runs } = backend.store(threadId, history);
    const pages = Array.from({ length: Math.max(1, Math.ceil(messages.length / PAGE)) }, (_, index) => {
      const end = (index + 1) * PAGE;
      return listPage(messages.slice(index * PAGE, end), end < messages.length);
    });
    queryClient.setQueryData(messagesOptions(client, threadId).queryKey, {
      pages,
      pageParams: pages.map((_, index) => pages[index - 1]?.last_id ?? undefined),
    });
    queryClient.setQueryData(
      runsOptions(client, threadId).queryKey,
      listPage(runs.slice(0, PAGE), runs.length > PAGE),
    );
    return {
      mount(root) {
        createRoot(root).render(
          <ThreadkitProvider client={client} queryClient={queryClient}>
            <Chat assistantId="asst_bench" threadId={threadId} />
          </ThreadkitProvider>,
        );
        return {
          sendMessage(deltas) {
            const response = backend.plan(threadId, deltas);
            submitMessage(root);
            return response;
          },
        };
      },
    };
  },
});
