import { createLongThread, SOME_WORDS } from '@threadkit/testing';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { ASSISTANT, inPage } from '../../test/in-page.tsx';
import { ThreadkitProvider } from '../provider/threadkit-provider.tsx';
import { useThread } from './use-thread.ts';
import { useThreads } from './use-threads.ts';

function Conversation({ threadId, newChatKey }: { threadId?: string | undefined; newChatKey?: string }) {
  const thread = useThread({ assistantId: ASSISTANT, threadId, newChatKey });
  return (
    <section>
      <p data-testid="status">{thread.status}</p>
      {thread.messages.map(({ key, role, message }) => {
        const part = message.content[0];
        return (
          <p key={key} data-testid={role}>
            {part?.type === 'text' ? part.text.value : ''}
          </p>
        );
      })}
      <button type="button" onClick={() => void thread.send('What is Threadkit?')}>
        send
      </button>
    </section>
  );
}

it('a thread that unmounts during a stream leaves no timer, listener or rejection', async () => {
  const page = inPage();
  page.gate.close(SOME_WORDS);
  const pending = new Set<object>();
  const count = (cancel: () => void): (() => void) => {
    const token = {};
    pending.add(token);
    return () => {
      pending.delete(token);
      cancel();
    };
  };
  const setTimer = (run: () => void, ms: number): (() => void) => {
    const token = {};
    pending.add(token);
    const timer = setTimeout(() => {
      pending.delete(token);
      run();
    }, ms);
    return () => {
      pending.delete(token);
      clearTimeout(timer);
    };
  };
  const environment = { setTimer, onWake: () => count(() => {}) };
  const rejections = vi.fn<(event: PromiseRejectionEvent) => void>();
  window.addEventListener('unhandledrejection', rejections);

  const screen = await render(
    <ThreadkitProvider client={page.client} queryClient={page.queryClient} environment={environment}>
      <Conversation />
    </ThreadkitProvider>,
  );
  await screen.getByText('send').click();
  await expect.element(screen.getByTestId('assistant')).toBeInTheDocument();
  await screen.unmount();
  await expect.poll(() => pending.size).toBe(0);
  expect(rejections).not.toHaveBeenCalled();
  window.removeEventListener('unhandledrejection', rejections);
});

it('the run of a thread continues while another thread is shown, and its output never appears there', async () => {
  const page = inPage();
  page.gate.close(SOME_WORDS);
  const [one, two] = await Promise.all([page.client.createThread(), page.client.createThread()]);
  function App() {
    const [threadId, setThreadId] = useState(one.id);
    return (
      <>
        <button type="button" onClick={() => setThreadId(threadId === one.id ? two.id : one.id)}>
          switch
        </button>
        <Conversation threadId={threadId} />
      </>
    );
  }
  const screen = await render(page.wrap(<App />));
  await screen.getByText('send').click();
  await expect.element(screen.getByTestId('assistant')).toBeInTheDocument();
  await screen.getByText('switch').click();
  expect(screen.getByTestId('status').element().textContent).toBe('idle');
  page.gate.open();
  await expect.poll(async () => (await page.client.listRuns(one.id)).data[0]?.status).toBe('completed');
  expect(screen.getByTestId('assistant').elements()).toEqual([]);
  await screen.getByText('switch').click();
  await expect.poll(() => screen.getByTestId('assistant').element().textContent).toMatch(/to see some\.$/);
  // The run was followed while its thread was not shown, so no request resumes it.
  expect(page.requests.filter((request) => request.endsWith('/events'))).toEqual([]);
});

it('a new chat keeps its message when the route changes right after sending', async () => {
  const page = inPage();
  function App() {
    const [route, setRoute] = useState('first');
    return (
      <>
        <button type="button" onClick={() => setRoute('second')}>
          go
        </button>
        <Conversation key={route} newChatKey="route" />
      </>
    );
  }
  const screen = await render(page.wrap(<App />));
  await screen.getByText('send').click();
  await screen.getByText('go').click();
  await expect.element(screen.getByTestId('user')).toHaveTextContent('What is Threadkit?');
  await expect.element(screen.getByTestId('status')).toHaveTextContent('completed');
  expect(screen.getByTestId('assistant').elements()).toHaveLength(1);
});

it('a page that comes online shows the messages that another client has added', async () => {
  const page = inPage();
  const { id } = await page.client.createThread({ messages: [{ role: 'user', content: 'from before' }] });
  const screen = await render(page.wrap(<Conversation threadId={id} />));
  await expect.element(screen.getByTestId('user')).toHaveTextContent('from before');
  await page.client.createMessage(id, { role: 'user', content: 'from elsewhere' });
  for await (const event of page.client.streamRun(id, { assistant_id: ASSISTANT })) {
    expect(event.event).not.toBe('thread.run.failed');
  }
  window.dispatchEvent(new Event('online'));
  await expect.element(screen.getByText('from elsewhere')).toBeVisible();
  await expect.element(screen.getByTestId('assistant')).toBeInTheDocument();
});

it('loadOlder loads older messages page by page, and loadNewer those after the newest', async () => {
  const page = inPage();
  const id = await createLongThread(page.client, 45, (index) => `note ${index}`, ['user']);
  function Paged() {
    const { messages, hasOlder, loadOlder, loadNewer } = useThread({ threadId: id });
    return (
      <>
        <p data-testid="paged">{`${messages.length} ${hasOlder}`}</p>
        <button type="button" onClick={() => void loadOlder()}>
          older
        </button>
        <button type="button" onClick={() => void loadNewer()}>
          newer
        </button>
      </>
    );
  }
  const screen = await render(page.wrap(<Paged />));
  await expect.element(screen.getByTestId('paged')).toHaveTextContent('40 true');
  await screen.getByText('older').click();
  await expect.element(screen.getByTestId('paged')).toHaveTextContent('45 false');

  const added = await page.client.createMessage(id, { role: 'user', content: 'newest' });
  page.requests.length = 0;
  await screen.getByText('newer').click();
  await expect.element(screen.getByTestId('paged')).toHaveTextContent('46 false');
  expect(page.requests).toEqual([`GET /threads/${id}/messages`]);

  // A deleted cursor reloads the list.
  await page.client.deleteMessage(id, added.id);
  await screen.getByText('newer').click();
  await expect.element(screen.getByTestId('paged')).toHaveTextContent('45 false');
});

it('useThreads returns an empty list when the backend cannot list threads', async () => {
  const page = inPage();
  page.intercept = async (request, next) => {
    if (!request.url.includes('/threads?')) return next(request);
    const error = {
      message: 'Invalid URL (GET /v1/threads)',
      type: 'invalid_request_error',
      param: null,
      code: null,
    };
    return Response.json({ error }, { status: 404 });
  };
  function Count() {
    const threads = useThreads();
    return <p data-testid="threads">{`${threads.status} ${threads.data?.length}`}</p>;
  }
  const screen = await render(page.wrap(<Count />));
  await expect.element(screen.getByTestId('threads')).toHaveTextContent('success 0');
});
