import { useEffect } from 'react';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { ASSISTANT, inPage } from '../../test/in-page.tsx';
import {
  useAssistant,
  useAssistants,
  useCancelRun,
  useCreateAssistant,
  useCreateMessage,
  useCreateRun,
  useCreateThread,
  useCreateThreadAndRun,
  useDeleteAssistant,
  useDeleteMessage,
  useDeleteThread,
  useMessages,
  useModifyAssistant,
  useModifyMessage,
  useModifyRun,
  useModifyThread,
  useRun,
  useSubmitToolOutputsToRun,
  useThreads,
} from '../index.ts';

function useAll() {
  return {
    createAssistant: useCreateAssistant(),
    modifyAssistant: useModifyAssistant(),
    deleteAssistant: useDeleteAssistant(),
    createThread: useCreateThread(),
    modifyThread: useModifyThread(),
    deleteThread: useDeleteThread(),
    createThreadAndRun: useCreateThreadAndRun(),
    createMessage: useCreateMessage(),
    modifyMessage: useModifyMessage(),
    deleteMessage: useDeleteMessage(),
    createRun: useCreateRun(),
    modifyRun: useModifyRun(),
    cancelRun: useCancelRun(),
    submitToolOutputs: useSubmitToolOutputsToRun(),
  };
}

type Writes = ReturnType<typeof useAll>;

/** Renders a component with every mutation hook, and returns the mutations. */
async function renderWrites(page: ReturnType<typeof inPage>, reader: () => string) {
  let writes: Writes | undefined;
  const keep = (all: Writes): void => {
    writes = all;
  };
  function Host() {
    const all = useAll();
    useEffect(() => keep(all));
    return <p data-testid="read">{reader()}</p>;
  }
  const screen = await render(page.wrap(<Host />));
  if (!writes) throw new Error('The component did not render.');
  return {
    writes,
    read: screen.getByTestId('read'),
    /** Re-renders, after a change outside of React. */
    rerender: () => screen.rerender(page.wrap(<Host />)),
  };
}

const waiter = {
  type: 'function' as const,
  function: { name: 'pick_card', parameters: { type: 'object', properties: {} } },
};

describe('mutation hooks', () => {
  it('assistant mutations update the cached assistants', async () => {
    const page = inPage();
    let watched: string | undefined;
    const { writes, read, rerender } = await renderWrites(page, () => {
      const list = useAssistants();
      const one = useAssistant({ assistantId: watched });
      return `${list.data?.map(({ name }) => name).join()} / ${one.data?.name ?? 'none'}`;
    });
    await expect.element(read).toHaveTextContent('Demo / none');
    const { id } = await writes.createAssistant.mutateAsync({ body: { model: 'scripted', name: 'Ada' } });
    watched = id;
    await rerender();
    await expect.element(read).toHaveTextContent('Ada,Demo / Ada');
    await writes.modifyAssistant.mutateAsync({ assistantId: id, body: { name: 'Grace' } });
    await expect.element(read).toHaveTextContent('Grace,Demo / Grace');
    watched = undefined;
    await rerender();
    await writes.deleteAssistant.mutateAsync({ assistantId: id });
    await expect.element(read).toHaveTextContent('Demo / none');
  });

  it('thread and message mutations update the cached threads and messages', async () => {
    const page = inPage();
    const thread = await page.client.createThread();
    const { writes, read } = await renderWrites(page, () => {
      const threads = useThreads();
      const messages = useMessages({ threadId: thread.id });
      const texts = messages.data?.map(({ content, metadata }) => {
        const part = content[0];
        return `${part?.type === 'text' ? part.text.value : ''}${metadata?.['mark'] ?? ''}`;
      });
      return `${threads.data?.length} / ${texts?.join()}`;
    });
    await expect.element(read).toHaveTextContent('1 /');
    const message = await writes.createMessage.mutateAsync({
      threadId: thread.id,
      body: { role: 'user', content: 'hello' },
    });
    await expect.element(read).toHaveTextContent('1 / hello');
    await writes.modifyMessage.mutateAsync({
      threadId: thread.id,
      messageId: message.id,
      body: { metadata: { mark: '!' } },
    });
    await expect.element(read).toHaveTextContent('1 / hello!');
    await writes.deleteMessage.mutateAsync({ threadId: thread.id, messageId: message.id });
    await expect.poll(() => read.element().textContent).toBe('1 / ');

    const other = await writes.createThread.mutateAsync({});
    await expect.element(read).toHaveTextContent('2 /');
    await writes.modifyThread.mutateAsync({ threadId: other.id, body: { metadata: { title: 'Other' } } });
    await expect(page.client.getThread(other.id)).resolves.toMatchObject({ metadata: { title: 'Other' } });
    await writes.deleteThread.mutateAsync({ threadId: other.id });
    await expect.element(read).toHaveTextContent('1 /');
  });

  it('run mutations create, submit outputs to, cancel and modify runs, and hooks of the thread follow them', async () => {
    const page = inPage();
    const thread = await page.client.createThread({
      messages: [{ role: 'user', content: 'pick a card' }],
    });
    let runId: string | undefined;
    const { writes, read, rerender } = await renderWrites(page, () => {
      const run = useRun({ threadId: thread.id, runId });
      return `${run.data?.status} ${run.data?.metadata?.['name'] ?? ''}`;
    });
    const body = { assistant_id: ASSISTANT, tools: [waiter] };
    const first = await writes.createRun.mutateAsync({ threadId: thread.id, body });
    runId = first.id;
    await rerender();
    await expect.element(read).toHaveTextContent('requires_action');
    const waiting = await page.client.getRun(thread.id, first.id);
    const calls = waiting.required_action?.submit_tool_outputs.tool_calls ?? [];
    await writes.submitToolOutputs.mutateAsync({
      threadId: thread.id,
      runId: first.id,
      body: { tool_outputs: calls.map(({ id }) => ({ tool_call_id: id, output: 'the queen' })) },
    });
    await expect.element(read).toHaveTextContent('completed');
    await writes.modifyRun.mutateAsync({
      threadId: thread.id,
      runId: first.id,
      body: { metadata: { name: 'first' } },
    });
    await expect.element(read).toHaveTextContent('completed first');

    // With the outputs the model responds, so the run may have ended before it is read.
    const second = await writes.createRun.mutateAsync({ threadId: thread.id, body });
    runId = second.id;
    await rerender();
    await expect.element(read).toHaveTextContent('completed');

    await writes.createMessage.mutateAsync({
      threadId: thread.id,
      body: { role: 'user', content: 'another card, pick one' },
    });
    const third = await writes.createRun.mutateAsync({ threadId: thread.id, body });
    runId = third.id;
    await rerender();
    await expect.element(read).toHaveTextContent('requires_action');
    await writes.cancelRun.mutateAsync({ threadId: thread.id, runId: third.id });
    await expect.element(read).toHaveTextContent('cancelled');
  });

  it('useCreateThreadAndRun creates a thread and its run in one request', async () => {
    const page = inPage();
    const { writes } = await renderWrites(page, () => '');
    const run = await writes.createThreadAndRun.mutateAsync({
      body: { assistant_id: ASSISTANT, thread: { messages: [{ role: 'user', content: 'hello' }] } },
    });
    expect(run.thread_id).toMatch(/^thread_/);
  });

  it('a failed mutation has a ThreadkitError', async () => {
    const page = inPage();
    const { writes } = await renderWrites(page, () => '');
    await expect(
      writes.modifyThread.mutateAsync({ threadId: 'thread_missing', body: { metadata: {} } }),
    ).rejects.toMatchObject({ kind: 'api', status: 404 });
  });
});
