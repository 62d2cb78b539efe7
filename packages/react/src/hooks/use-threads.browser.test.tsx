import { SOME_WORDS } from '@threadkit/testing';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { ASSISTANT, inPage } from '../../test/in-page.tsx';
import { useModifyThreadMetadata } from '../mutations/threads.ts';
import { useThread } from './use-thread.ts';
import { useThreadActivity } from './use-thread-activity.ts';
import { useThreads } from './use-threads.ts';

const notListed = {
  error: { message: 'Invalid URL (GET /v1/threads)', type: 'invalid_request_error', param: null, code: null },
};

/** An in-process server that cannot list threads, as the Assistants API. */
function inPageWithoutList() {
  const page = inPage();
  page.intercept = async (request, next) => {
    if (request.url.includes('/threads?')) return Response.json(notListed, { status: 404 });
    const response = await next(request);
    response.headers.delete('threadkit-capabilities');
    return response;
  };
  return page;
}

function Listed({ ids }: { ids?: readonly string[] }) {
  const { data, hasNextPage, fetchNextPage } = useThreads({ ids });
  return (
    <>
      <p data-testid="count">{`${data?.length} ${hasNextPage}`}</p>
      <p data-testid="titles">{data?.map(({ metadata }) => metadata?.['title']).join()}</p>
      <button type="button" onClick={() => void fetchNextPage()}>
        more
      </button>
    </>
  );
}

describe('useThreads', () => {
  it('useThreads loads 100 threads a page, newest first', async () => {
    const page = inPage();
    for (let count = 0; count < 101; count++) {
      await page.client.createThread({ metadata: { title: `${count}` } });
    }
    const screen = await render(page.wrap(<Listed />));
    await expect.element(screen.getByTestId('count')).toHaveTextContent('100 true');
    expect(screen.getByTestId('titles').element().textContent).toMatch(/^100,99,.*,1$/);
    await screen.getByText('more').click();
    await expect.element(screen.getByTestId('count')).toHaveTextContent('101 false');
    expect(screen.getByTestId('titles').element().textContent).toMatch(/,1,0$/);
  });

  it('useThreads loads the threads of ids when the backend cannot list threads', async () => {
    const page = inPageWithoutList();
    const ids: string[] = [];
    for (let count = 0; count < 22; count++) {
      const { id } = await page.client.createThread({ metadata: { title: `${count}` } });
      ids.push(id);
    }
    const deletedId = ids[1] ?? '';
    await page.client.deleteThread(deletedId);
    const screen = await render(page.wrap(<Listed ids={ids} />));
    await expect.element(screen.getByTestId('count')).toHaveTextContent('19 true');
    await screen.getByText('more').click();
    await expect.element(screen.getByTestId('count')).toHaveTextContent('21 false');
    expect(screen.getByTestId('titles').element().textContent).toMatch(/^0,2,3,.*,21$/);
  });

  it('useThreads loads no thread by id when the backend lists threads', async () => {
    const page = inPage();
    const { id } = await page.client.createThread();
    const screen = await render(page.wrap(<Listed ids={[id]} />));
    await expect.element(screen.getByTestId('count')).toHaveTextContent('1 false');
    expect(page.requests).not.toContain(`GET /threads/${id}`);
  });
});

describe('useModifyThreadMetadata', () => {
  it('useModifyThreadMetadata changes the given keys and keeps the others, also those of a concurrent change', async () => {
    const page = inPage();
    const { id } = await page.client.createThread({ metadata: { team: 'ops', draft: 'yes' } });
    function Change() {
      const { mutate } = useModifyThreadMetadata();
      const changes = [{ title: 'Slow checkout' }, { starred: 'yes' }, { draft: undefined }];
      return (
        <button
          type="button"
          onClick={() => changes.forEach((one) => mutate({ threadId: id, changes: one }))}
        >
          change
        </button>
      );
    }
    const screen = await render(
      page.wrap(
        <>
          <Change />
          <Listed />
        </>,
      ),
    );
    await expect.element(screen.getByTestId('count')).toHaveTextContent('1 false');
    await screen.getByText('change').click();
    await expect
      .poll(async () => (await page.client.getThread(id)).metadata)
      .toEqual({ team: 'ops', title: 'Slow checkout', starred: 'yes' });
    await expect.element(screen.getByTestId('titles')).toHaveTextContent('Slow checkout');
  });
});

describe('useThreadActivity', () => {
  it('useThreadActivity reports an active run and sends no request', async () => {
    const page = inPage();
    page.gate.close(SOME_WORDS);
    const { id } = await page.client.createThread();
    function Mark() {
      return <p data-testid="mark">{useThreadActivity({ threadId: id }) ?? 'nothing'}</p>;
    }
    function Conversation() {
      const { send } = useThread({ assistantId: ASSISTANT, threadId: id });
      return (
        <button type="button" onClick={() => void send('What is Threadkit?')}>
          send
        </button>
      );
    }
    const screen = await render(page.wrap(<Mark />));
    await expect.element(screen.getByTestId('mark')).toHaveTextContent('nothing');
    expect(page.requests).toEqual(['POST /threads']);
    await screen.rerender(
      page.wrap(
        <>
          <Mark />
          <Conversation />
        </>,
      ),
    );
    await screen.getByText('send').click();
    await expect.element(screen.getByTestId('mark')).toHaveTextContent('running');
    page.gate.open();
    await expect.element(screen.getByTestId('mark')).toHaveTextContent('nothing');
  });
});
