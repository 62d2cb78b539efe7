import { Suspense } from 'react';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { ASSISTANT, gate, inPage } from '../../test/in-page.tsx';
import { useSuspenseMessages, useSuspenseRun, useSuspenseRunSteps } from './use-suspense.ts';

it('suspense hooks show the fallback until messages, run and steps are loaded, with one request each', async () => {
  const page = inPage();
  const { id } = await page.client.createThread({ messages: [{ role: 'user', content: 'hello' }] });
  let runId = '';
  for await (const event of page.client.streamRun(id, { assistant_id: ASSISTANT })) {
    if (event.event === 'thread.run.created') runId = event.data.id;
  }
  const held = gate();
  page.intercept = async (request, next) => {
    await held.opened;
    return next(request);
  };
  page.requests.length = 0;

  function ThreadSummary() {
    const { data: messages } = useSuspenseMessages({ threadId: id });
    const { data: run } = useSuspenseRun({ threadId: id, runId });
    const { data: steps } = useSuspenseRunSteps({ threadId: id, runId });
    return <p>{`${messages.length} messages, ${run.status}, ${steps.length} step`}</p>;
  }
  const screen = await render(
    page.wrap(
      <Suspense fallback={<p>waiting</p>}>
        <ThreadSummary />
      </Suspense>,
    ),
  );
  await expect.element(screen.getByText('waiting')).toBeVisible();
  held.open();
  await expect.element(screen.getByText('2 messages, completed, 1 step')).toBeVisible();
  const countRequests = (path: string): number =>
    page.requests.filter((request) => request === `GET ${path}`).length;
  expect(countRequests(`/threads/${id}/messages`)).toBe(1);
  expect(countRequests(`/threads/${id}/runs/${runId}`)).toBe(1);
  expect(countRequests(`/threads/${id}/runs/${runId}/steps`)).toBe(1);
});
