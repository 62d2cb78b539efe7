import { keepPreviousData } from '@tanstack/react-query';
import type { MessageObject, RunObject } from '@threadkit/core';
import { SOME_WORDS } from '@threadkit/testing';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { ASSISTANT, type InPage, inPage } from '../../test/in-page.tsx';
import {
  useAssistants,
  useMessages,
  useRun,
  useRunSteps,
  useRuns,
  useSuspenseMessages,
  useThreads,
} from '../index.ts';

const selectStatus = (run: RunObject): string => run.status;

async function startRun(page: InPage): Promise<{ threadId: string; runId: string }> {
  const { id: threadId } = await page.client.createThread({ messages: [{ role: 'user', content: 'hello' }] });
  const { id: runId } = await page.client.createRun(threadId, { assistant_id: ASSISTANT });
  return { threadId, runId };
}

describe('query options of the read hooks', () => {
  test('enabled: false sends no request and does not follow the thread', async () => {
    const page = inPage();
    const { threadId, runId } = await startRun(page);
    page.requests.length = 0;
    function Reader() {
      const query = { enabled: false } as const;
      const states = [
        useRun({ threadId, runId, query }).fetchStatus,
        useRunSteps({ threadId, runId, query }).fetchStatus,
        useRuns({ threadId, query }).fetchStatus,
        useMessages({ threadId, query }).fetchStatus,
        useThreads({ query }).fetchStatus,
        useAssistants({ query }).fetchStatus,
      ];
      return <p>{states.join(' ')}</p>;
    }
    const screen = await render(page.wrap(<Reader />));
    await expect.element(screen.getByText('idle idle idle idle idle idle')).toBeVisible();
    expect(page.requests).toEqual([]);
  });

  test('select reads the live run, and the stored run once it has ended', async () => {
    const page = inPage();
    page.gate.close(SOME_WORDS);
    const { threadId, runId } = await startRun(page);
    const shown: string[] = [];
    function Reader() {
      const { data, status } = useRun({ threadId, runId, query: { select: selectStatus } });
      if (data !== undefined) shown.push(data);
      return <p data-testid="run">{`${status} ${data}`}</p>;
    }
    const screen = await render(page.wrap(<Reader />));
    await expect.element(screen.getByTestId('run')).toHaveTextContent('success in_progress');
    page.gate.open();
    await expect.element(screen.getByTestId('run')).toHaveTextContent('success completed');
    expect(shown.slice(shown.indexOf('completed'))).not.toContain('in_progress');
  });

  test('live data stays beside the error of a failed read', async () => {
    const page = inPage();
    page.gate.close(SOME_WORDS);
    const { threadId, runId } = await startRun(page);
    page.intercept = async (request, next) =>
      request.url.endsWith(`/runs/${runId}`)
        ? Response.json({ error: { message: 'No run.', type: 'invalid_request_error' } }, { status: 404 })
        : next(request);
    function Reader() {
      const { data, status, isRefetchError } = useRun({ threadId, runId });
      return <p data-testid="run">{`${status} ${data?.status} ${isRefetchError}`}</p>;
    }
    const screen = await render(page.wrap(<Reader />));
    await expect.element(screen.getByTestId('run')).toHaveTextContent('error in_progress true');
    page.gate.open();
    await expect.element(screen.getByTestId('run')).toHaveTextContent('success completed false');
  });

  test('placeholderData keeps the messages of the previous thread while another one loads', async () => {
    const page = inPage();
    const create = (content: string) => page.client.createThread({ messages: [{ role: 'user', content }] });
    const [first, second] = [await create('first'), await create('second')];
    const seen: string[] = [];
    function Reader() {
      const [threadId, setThreadId] = useState(first.id);
      const { data, isPlaceholderData } = useMessages({
        threadId,
        query: { placeholderData: keepPreviousData },
      });
      const text = `${data?.map(firstText).join()} ${isPlaceholderData}`;
      seen.push(text);
      return <button onClick={() => setThreadId(second.id)}>{text}</button>;
    }
    const screen = await render(page.wrap(<Reader />));
    await screen.getByText('first false').click();
    await expect.element(screen.getByText('second false')).toBeVisible();
    expect(seen).toContain('first true');
  });

  test('a suspense hook applies select', async () => {
    const page = inPage();
    const { id: threadId } = await page.client.createThread({
      messages: [{ role: 'user', content: 'hello' }],
    });
    function Reader() {
      const { data, hasNextPage } = useSuspenseMessages({
        threadId,
        query: { select: (messages) => messages.map(firstText).join() },
      });
      return <p>{`${data} ${hasNextPage}`}</p>;
    }
    const screen = await render(page.wrap(<Reader />));
    await expect.element(screen.getByText('hello false')).toBeVisible();
  });
});

function firstText({ content: [part] }: MessageObject): string {
  return part?.type === 'text' ? part.text.value : '';
}
