import { type DehydratedState, dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { ASSISTANT, inPage } from '../../test/in-page.tsx';
import { useRunSteps } from '../hooks/use-run-steps.ts';
import { useThread } from '../hooks/use-thread.ts';
import { prefetchThread } from '../query/prefetch-thread.ts';
import { ThreadkitProvider } from './threadkit-provider.tsx';

function ThreadView({ threadId, runId }: { threadId: string; runId: string }) {
  const { messages, isLoading } = useThread({ assistantId: ASSISTANT, threadId });
  const steps = useRunSteps({ threadId, runId });
  return (
    <section aria-busy={isLoading}>
      {messages.map(({ key, role, message }) => {
        const part = message.content[0];
        return <p key={key}>{`${role}: ${part?.type === 'text' ? part.text.value.slice(0, 20) : ''}`}</p>;
      })}
      <p>{`${steps.data?.length} step`}</p>
    </section>
  );
}

it('the page hydrates server-rendered hooks without a warning and does not load prefetched data again', async () => {
  const page = inPage();
  const { id } = await page.client.createThread({ messages: [{ role: 'user', content: 'hello' }] });
  let runId = '';
  for await (const event of page.client.streamRun(id, { assistant_id: ASSISTANT })) {
    if (event.event === 'thread.run.created') runId = event.data.id;
  }

  // The server fills another cache and dehydrates it into the page.
  const serverCache = new QueryClient();
  await prefetchThread(serverCache, page.client, id);
  const app = (queryClient: QueryClient, state: DehydratedState | undefined) => (
    <StrictMode>
      <ThreadkitProvider client={page.client} queryClient={queryClient}>
        <HydrationBoundary state={state}>
          <ThreadView threadId={id} runId={runId} />
        </HydrationBoundary>
      </ThreadkitProvider>
    </StrictMode>
  );
  const html = renderToString(app(serverCache, undefined));
  expect(html).toContain('user: hello');
  expect(html).toContain('1 step');
  const state = JSON.parse(JSON.stringify(dehydrate(serverCache))) as DehydratedState;

  // The page hydrates.
  const errors = vi.spyOn(console, 'error');
  page.requests.length = 0;
  const container = document.createElement('div');
  container.innerHTML = html;
  document.body.append(container);
  const before = container.querySelector('p');
  const root = hydrateRoot(container, app(new QueryClient(), state));
  // The controller requests the active run in an effect, so this shows that effects have run.
  await expect.poll(() => page.requests.length).toBeGreaterThan(0);
  expect(page.requests).toEqual([`GET /threads/${id}/runs`]);
  expect(container.querySelector('p')).toBe(before);
  expect(errors.mock.calls).toEqual([]);
  root.unmount();
  container.remove();
});
