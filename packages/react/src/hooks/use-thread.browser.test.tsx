import { defineTool, type TimelineMessage } from '@threadkit/core';
import { Profiler, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { z } from 'zod';
import { ASSISTANT, gate, inPage } from '../../test/in-page.tsx';
import { threadkitKeys } from '../query/keys.ts';
import { useCapabilities } from './use-capabilities.ts';
import { useMessage } from './use-message.ts';
import { useMessages } from './use-messages.ts';
import { useRun } from './use-run.ts';
import { useRunStep, useRunSteps } from './use-run-steps.ts';
import { useRuns } from './use-runs.ts';
import { useThread } from './use-thread.ts';
import { useTimeline } from './use-timeline.ts';

const textOf = ({ message }: Pick<TimelineMessage, 'message'>): string =>
  message.content.map((part) => (part.type === 'text' ? part.text.value : '')).join('');

function Conversation({ threadId, onThread }: { threadId?: string; onThread?: (id: string) => void }) {
  const thread = useThread({ assistantId: ASSISTANT, threadId, onThreadIdChange: onThread });
  return (
    <section>
      <p data-testid="status">{thread.status}</p>
      <ol>
        {thread.messages.map((entry) => (
          <li key={entry.key} data-key={entry.key} data-phase={entry.phase}>
            {`${entry.role}: ${textOf(entry)}`}
          </li>
        ))}
      </ol>
      <button type="button" onClick={() => void thread.send('What is Threadkit?')}>
        send
      </button>
      <button type="button" onClick={() => void thread.cancel()}>
        stop
      </button>
    </section>
  );
}

describe('useThread', () => {
  it('useThread shows each sent and streamed message once, in rows that never remount', async () => {
    const page = inPage();
    const screen = await render(page.wrap(<Conversation />));
    await screen.getByText('send').click();
    await expect.element(screen.getByText('user: What is Threadkit?')).toBeVisible();
    const row = screen.getByRole('listitem').first().element();
    await expect.element(screen.getByTestId('status')).toHaveTextContent('completed');
    await expect.poll(() => screen.getByRole('listitem').elements().length).toBe(2);
    expect(screen.getByRole('listitem').first().element()).toBe(row);
    await expect
      .poll(() =>
        screen
          .getByRole('listitem')
          .elements()
          .map((element) => element.getAttribute('data-phase')),
      )
      .toEqual(['stored', 'stored']);
    // A thread that was just created needs no request for its lists.
    expect(page.requests.filter((request) => request.startsWith('GET'))).toEqual([]);
  });

  it('useThread reports the id of the thread it created, and keeps its controller when the id is passed back', async () => {
    const page = inPage();
    const seen: string[] = [];
    function App() {
      const [threadId, setThreadId] = useState<string>();
      const onThread = (id: string): void => {
        seen.push(id);
        setThreadId(id);
      };
      return <Conversation {...(threadId === undefined ? {} : { threadId })} onThread={onThread} />;
    }
    const screen = await render(page.wrap(<App />));
    await screen.getByText('send').click();
    await expect.element(screen.getByTestId('status')).toHaveTextContent('completed');
    expect(seen).toEqual([expect.stringMatching(/^thread_/)]);
    expect(screen.getByRole('listitem').elements()).toHaveLength(2);
    expect(page.requests.filter((request) => request === 'POST /threads')).toHaveLength(1);
  });

  it('two useThread hooks without a thread id create separate threads', async () => {
    const page = inPage();
    const screen = await render(
      page.wrap(
        <>
          <Conversation />
          <Conversation />
        </>,
      ),
    );
    await screen.getByText('send').first().click();
    await expect.element(screen.getByTestId('status').first()).toHaveTextContent('completed');
    expect(screen.getByTestId('status').nth(1).element().textContent).toBe('idle');
  });

  it('two useThread hooks of one thread share one stream', async () => {
    const page = inPage();
    const { id } = await page.client.createThread();
    const screen = await render(
      page.wrap(
        <>
          <Conversation threadId={id} />
          <Conversation threadId={id} />
        </>,
      ),
    );
    await screen.getByText('send').first().click();
    await expect.element(screen.getByTestId('status').nth(1)).toHaveTextContent('completed');
    const runs = page.requests.filter((request) => request === `POST /threads/${id}/runs`);
    expect(runs).toHaveLength(1);
    expect(page.requests.filter((request) => request.endsWith('/events'))).toEqual([]);
  });

  it('useThread shows the messages of a thread after a reload', async () => {
    const page = inPage();
    const { id } = await page.client.createThread();
    const first = await render(page.wrap(<Conversation threadId={id} />));
    await first.getByText('send').click();
    await expect.element(first.getByTestId('status')).toHaveTextContent('completed');
    await first.unmount();
    page.queryClient.clear();

    const second = await render(page.wrap(<Conversation threadId={id} />));
    await expect.element(second.getByText('user: What is Threadkit?')).toBeVisible();
    expect(second.getByRole('listitem').elements()).toHaveLength(2);
  });

  it('a component that reads only status re-renders when it changes, not on each delta', async () => {
    const page = inPage();
    const renders = vi.fn<() => void>();
    const { id } = await page.client.createThread();
    function Status() {
      const { status } = useThread({ threadId: id });
      renders();
      return <p data-testid="only-status">{status}</p>;
    }
    const screen = await render(
      page.wrap(
        <>
          <Status />
          <Conversation threadId={id} />
        </>,
      ),
    );
    await screen.getByText('send').click();
    await expect.element(screen.getByTestId('only-status')).toHaveTextContent('completed');
    // idle, sending, queued, in_progress, completed; StrictMode renders each twice.
    expect(renders.mock.calls.length).toBeLessThanOrEqual(2 * 6);
  });
});

describe('replacing streamed messages by stored ones', () => {
  it.each(['the first list request', 'a refetch of a loaded list'])(
    'useThread shows every message exactly once when %s overlaps the terminal event',
    async (slow) => {
      const page = inPage();
      const { id } = await page.client.createThread();
      await page.client.createMessage(id, { role: 'user', content: 'from before' });

      // The list is requested before the run, and its response arrives after the run has ended.
      const delay = gate();
      let shouldDelay = slow === 'the first list request';
      let isDelayed = false;
      page.intercept = async (request, next) => {
        const response = await next(request);
        if (!shouldDelay || isDelayed || request.method !== 'GET' || !request.url.includes('/messages'))
          return response;
        isDelayed = true;
        await delay.opened;
        request.signal.throwIfAborted();
        return response;
      };

      const commits: string[][] = [];
      const note = (): void => {
        commits.push([...document.querySelectorAll('li')].map((row) => row.textContent ?? ''));
      };
      const screen = await render(
        page.wrap(
          <Profiler id="talk" onRender={() => queueMicrotask(note)}>
            <Conversation threadId={id} />
          </Profiler>,
        ),
      );
      if (!shouldDelay) {
        await expect.element(screen.getByText('user: from before')).toBeVisible();
        shouldDelay = true;
        void page.queryClient.refetchQueries({ queryKey: threadkitKeys.messages(page.client, id) });
      }
      await expect.poll(() => isDelayed).toBe(true);
      await screen.getByText('send').click();
      await expect.element(screen.getByTestId('status')).toHaveTextContent('completed');
      delay.open();
      await expect.element(screen.getByText('user: from before')).toBeVisible();
      await expect.poll(() => page.queryClient.isFetching()).toBe(0);
      await expect.poll(() => screen.getByRole('listitem').elements().length).toBe(3);
      expect(
        screen
          .getByRole('listitem')
          .elements()
          .map((row) => row.textContent?.slice(0, 30)),
      ).toEqual(['user: from before', 'user: What is Threadkit?', expect.stringMatching(/^assistant: /)]);

      const question = commits.findIndex((rows) => rows.includes('user: What is Threadkit?'));
      expect(question).toBeGreaterThanOrEqual(0);
      for (const rows of commits.slice(question)) {
        expect(rows.filter((row) => row === 'user: What is Threadkit?')).toHaveLength(1);
        expect(rows.filter((row) => row.startsWith('assistant: ')).length).toBeLessThanOrEqual(1);
      }
      const responses = commits.map((rows) => rows.find((row) => row.startsWith('assistant: '))?.length ?? 0);
      // The response only grows: it never disappears and never gets shorter.
      expect(responses).toEqual(responses.toSorted((a, b) => a - b));
    },
  );
});

describe('read hooks', () => {
  function Reader({ threadId, runId }: { threadId: string; runId: string }) {
    const messages = useMessages({ threadId });
    const run = useRun({ threadId, runId });
    const steps = useRunSteps({ threadId, runId });
    return (
      <p data-testid="read">
        {[messages.data?.length, run.data?.status, steps.data?.map(({ type }) => type).join()].join(' | ')}
      </p>
    );
  }

  it('useMessages, useRun and useRunSteps load stored objects', async () => {
    const page = inPage();
    const { id } = await page.client.createThread({ messages: [{ role: 'user', content: 'hello' }] });
    let runId = '';
    for await (const event of page.client.streamRun(id, { assistant_id: ASSISTANT })) {
      if (event.event === 'thread.run.created') runId = event.data.id;
    }
    const screen = await render(page.wrap(<Reader threadId={id} runId={runId} />));
    await expect.element(screen.getByTestId('read')).toHaveTextContent('2 | completed | message_creation');
  });
});

describe('read hooks of one object', () => {
  function One({ threadId, runId }: { threadId: string; runId: string }) {
    const runs = useRuns({ threadId });
    const steps = useRunSteps({ threadId, runId });
    const step = useRunStep({ threadId, runId, stepId: steps.data?.[0]?.id });
    const messageId =
      step.data?.step_details.type === 'message_creation'
        ? step.data.step_details.message_creation.message_id
        : undefined;
    const message = useMessage({ threadId, messageId });
    const capabilities = useCapabilities();
    const fields = [runs.data?.length, step.data?.status, message.data?.role, String(capabilities.runEvents)];
    return <p data-testid="one">{fields.join(' | ')}</p>;
  }

  it('useRuns, useRunStep and useMessage load by id, and useCapabilities returns those of the backend', async () => {
    const page = inPage();
    const { id } = await page.client.createThread({ messages: [{ role: 'user', content: 'hello' }] });
    let runId = '';
    for await (const event of page.client.streamRun(id, { assistant_id: ASSISTANT })) {
      if (event.event === 'thread.run.created') runId = event.data.id;
    }
    const screen = await render(page.wrap(<One threadId={id} runId={runId} />));
    await expect.element(screen.getByTestId('one')).toHaveTextContent('1 | completed | assistant | true');
  });
});

describe('useTimeline', () => {
  const roll = defineTool({ name: 'roll_dice', parameters: z.object({}), execute: () => 'a six' });

  it('useTimeline returns one row for each message of the user and one for each run', async () => {
    const page = inPage();
    const tools = [roll];
    function Rows() {
      const thread = useThread({ assistantId: ASSISTANT, tools });
      const { rows } = useTimeline({ controller: thread.controller });
      return (
        <>
          <button type="button" onClick={() => void thread.send('Roll the dice')}>
            roll
          </button>
          <p data-testid="rows">{rows.map(({ kind }) => kind).join(' ')}</p>
          <p data-testid="ended">{thread.status}</p>
          <p data-testid="calls">{thread.toolCalls.map((call) => `${call.name} ${call.state}`).join()}</p>
        </>
      );
    }
    const screen = await render(page.wrap(<Rows />));
    await screen.getByText('roll').click();
    await expect.element(screen.getByTestId('ended')).toHaveTextContent('completed');
    await expect.element(screen.getByTestId('rows')).toHaveTextContent('message run');
    await expect.element(screen.getByTestId('calls')).toHaveTextContent('roll_dice submitted');
  });
});
