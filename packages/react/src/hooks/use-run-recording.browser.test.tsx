import { scriptedClient } from '@threadkit/core/testing';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { ASSISTANT, inPage } from '../../test/in-page.tsx';
import { ThreadkitProvider } from '../provider/threadkit-provider.tsx';
import { useRunRecording } from './use-run-recording.ts';

type Page = ReturnType<typeof inPage>;

async function aFinishedRun({ client }: Page): Promise<{ threadId: string; runId: string }> {
  const { id: threadId } = await client.createThread({ messages: [{ role: 'user', content: 'hello' }] });
  let runId = '';
  for await (const event of client.streamRun(threadId, { assistant_id: ASSISTANT })) {
    if (event.event === 'thread.run.created') runId = event.data.id;
  }
  return { threadId, runId };
}

function RecordingText({ threadId, runId }: { threadId: string; runId: string }) {
  const { events, status, error, retry } = useRunRecording({ threadId, runId });
  const first = events[0]?.event.event;
  const last = events.at(-1);
  return (
    <>
      <p>{[status, first, last?.event.event, last?.state.run?.status].join(' ')}</p>
      <p>{new Set(events.map(({ event }) => event.seq)).size === events.length ? 'each once' : 'twice'}</p>
      {error && <button onClick={retry}>again</button>}
    </>
  );
}

it('useRunRecording returns every event of an ended run with the state after it', async () => {
  const page = inPage();
  const run = await aFinishedRun(page);
  const screen = await render(page.wrap(<RecordingText {...run} />));
  await expect
    .element(screen.getByText('ended thread.run.created thread.run.completed completed'))
    .toBeVisible();
  await expect.element(screen.getByText('each once')).toBeVisible();
});

it('retry of useRunRecording resumes after the last event when the connection broke', async () => {
  const page = inPage();
  const run = await aFinishedRun(page);
  let isBroken = true;
  page.intercept = async (request, next) => {
    const response = await next(request);
    if (!isBroken || !response.body) return response;
    let chunks = 0;
    const cut = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        chunks += 1;
        if (chunks > 1) controller.error(new TypeError('network error'));
        else controller.enqueue(chunk.subarray(0, 900));
      },
      flush: (controller) => controller.error(new TypeError('network error')),
    });
    return new Response(response.body.pipeThrough(cut), response);
  };
  const screen = await render(page.wrap(<RecordingText {...run} />));
  await expect.element(screen.getByText(/^failed/)).toBeVisible();
  isBroken = false;
  await screen.getByRole('button', { name: 'again' }).click();
  await expect.element(screen.getByText(/^ended .* completed$/)).toBeVisible();
  await expect.element(screen.getByText('each once')).toBeVisible();
});

it('useRunRecording is unsupported, and sends no request, when the backend stores no events', async () => {
  const client = scriptedClient([]);
  const screen = await render(
    <ThreadkitProvider client={client}>
      <RecordingText threadId="thread_1" runId="run_1" />
    </ThreadkitProvider>,
  );
  await expect.element(screen.getByText(/^unsupported/)).toBeVisible();
  expect(client.calls).toEqual([]);
});

it('useRunRecording distinguishes expired events from events that failed to load', async () => {
  const page = inPage();
  const run = await aFinishedRun(page);
  page.intercept = async () =>
    Response.json(
      { error: { message: 'Gone.', type: 'invalid_request_error', param: null, code: 'events_expired' } },
      { status: 404 },
    );
  const screen = await render(page.wrap(<RecordingText {...run} />));
  await expect.element(screen.getByText(/^expired/)).toBeVisible();
});
