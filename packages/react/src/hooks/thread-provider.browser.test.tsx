import { createControllerRegistry, plainEnvironment, type ThreadController } from '@threadkit/core';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { inPage } from '../../test/in-page.tsx';
import { ThreadProvider, useConnection, useThreadController, useThreadState, useTimeline } from '../index.ts';

test('hooks inside ThreadProvider read its controller', async () => {
  const page = inPage();
  const thread = await page.client.createThread();
  const registry = createControllerRegistry({ client: page.client, environment: plainEnvironment() });
  const controller = registry.get(thread.id);
  let found: ThreadController | undefined;
  function Reader() {
    found = useThreadController();
    const { rows, isLoading } = useTimeline();
    const threadId = useThreadState({ select: (snapshot) => snapshot.threadId });
    return <p>{`${threadId} ${useConnection().state} ${isLoading ? '…' : rows.length}`}</p>;
  }
  const screen = await render(
    page.wrap(
      <ThreadProvider controller={controller}>
        <Reader />
      </ThreadProvider>,
    ),
  );
  await expect.element(screen.getByText(`${thread.id} idle 0`)).toBeVisible();
  expect(found).toBe(controller);
});

test('the controller option overrides the controller of ThreadProvider', async () => {
  const page = inPage();
  const registry = createControllerRegistry({ client: page.client, environment: plainEnvironment() });
  const [outer, inner] = [registry.get('thread_outer'), registry.get('thread_inner')];
  function Reader() {
    return <p>{useThreadState({ controller: inner, select: (snapshot) => snapshot.threadId })}</p>;
  }
  const screen = await render(
    <ThreadProvider controller={outer}>
      <Reader />
    </ThreadProvider>,
  );
  await expect.element(screen.getByText('thread_inner')).toBeVisible();
});

test('a thread hook without controller and without ThreadProvider throws an error that names both ways', async () => {
  const page = inPage();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  function Reader() {
    useTimeline();
    return null;
  }
  await expect(render(page.wrap(<Reader />))).rejects.toThrow(
    /pass it `controller` \(from useThread\), or put <ThreadProvider/,
  );
});

test('a thread hook keeps its subscription when a render passes a new options object', async () => {
  const page = inPage();
  const registry = createControllerRegistry({ client: page.client, environment: plainEnvironment() });
  const controller = registry.get('thread_1');
  const subscribe = vi.spyOn(controller, 'subscribe');
  const selectThreadId = (snapshot: { threadId: string | undefined }) => snapshot.threadId;
  function Reader() {
    const [count, setCount] = useState(0);
    useThreadState({ controller, select: selectThreadId });
    return <button onClick={() => setCount(count + 1)}>{`renders ${count}`}</button>;
  }
  const screen = await render(<Reader />);
  await screen.getByText('renders 0').click();
  await screen.getByText('renders 1').click();
  await expect.element(screen.getByText('renders 2')).toBeVisible();
  expect(subscribe).toHaveBeenCalledTimes(1);
});
