import type { StreamEvent, ThreadController, ThreadSnapshot } from '@threadkit/core';
import { aMessage, aRun, settle } from '@threadkit/core/testing';
import { handFedRun } from '@threadkit/testing';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { ASSISTANT, inPage } from '../../test/in-page.tsx';
import { ThreadkitProvider } from '../provider/threadkit-provider.tsx';
import { useRunItems } from './use-run-items.ts';
import { useThread } from './use-thread.ts';
import { useConnection, useThreadState } from './use-thread-state.ts';
import { useMessagePart, useTimeline, useTimelineMessage } from './use-timeline.ts';
import { useToolCalls } from './use-tool-calls.ts';

// Counts instead of durations: the cost of a frame must not depend on the number of its deltas, nor on the machine.

const FRAMES = 10;
const DELTAS_PER_FRAME = 100;

/** Counts events by name. */
function counters() {
  const counts = new Map<string, number>();
  return {
    count: (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1),
    counted: () => Object.fromEntries(counts),
    clear: () => counts.clear(),
  };
}

/** Animation frames that the test triggers. */
function manualFrames() {
  const waiting = new Set<() => void>();
  return {
    schedule: (flush: () => void): void => void waiting.add(flush),
    /** Triggers a frame and waits for React to render. */
    async frame(): Promise<void> {
      for (const flush of waiting) {
        waiting.delete(flush);
        flush();
      }
      await settle();
    },
  };
}

function startEvents(threadId: string): readonly StreamEvent[] {
  const run = aRun({ thread_id: threadId });
  const empty = aMessage('', { thread_id: threadId, status: 'in_progress', content: [] });
  return [
    { event: 'thread.run.created', data: run },
    { event: 'thread.run.in_progress', data: { ...run, status: 'in_progress' } },
    { event: 'thread.message.created', data: empty },
  ];
}

function textDeltas(count: number): readonly StreamEvent[] {
  const content = [{ index: 0, type: 'text' as const, text: { value: 'word' } }];
  return Array.from({ length: count }, () => ({
    event: 'thread.message.delta',
    data: { id: 'msg_1', object: 'thread.message.delta', delta: { content } },
  }));
}

function responseOf({ localMessages }: ThreadSnapshot): string {
  const part = localMessages.at(-1)?.message.content[0];
  return part?.type === 'text' ? part.text.value : '';
}

it('a delta re-renders only the part that grew, once per frame, and evaluates a selector once', async () => {
  const page = inPage();
  const { feed, intercept } = handFedRun();
  page.intercept = intercept;
  const { count, counted, clear } = counters();
  const { schedule, frame } = manualFrames();
  const { id } = await page.client.createThread();
  await page.client.createMessage(id, { role: 'user', content: 'stored before' });
  let controller: ThreadController | undefined;

  function Row({ of, messageKey }: { of: ThreadController; messageKey: string }) {
    count('another message');
    const part = useTimelineMessage({ controller: of, messageKey })?.message.content[0];
    return <li>{part?.type === 'text' ? part.text.value : ''}</li>;
  }
  function Part({ of, messageKey }: { of: ThreadController; messageKey: string }) {
    count('the part');
    const part = useMessagePart({ controller: of, messageKey, index: 0 });
    return <p data-testid="response">{part?.type === 'text' ? part.text.value : ''}</p>;
  }
  function Run({ of, runId }: { of: ThreadController; runId: string }) {
    count('the run');
    return useRunItems({ controller: of, runId }).items.map(({ key }) => (
      <Part key={key} of={of} messageKey={key} />
    ));
  }
  function Rows({ of }: { of: ThreadController }) {
    count('the rows');
    return useTimeline({ controller: of }).rows.map((row) =>
      row.kind === 'message' ? (
        <Row key={row.key} of={of} messageKey={row.key} />
      ) : (
        <Run key={row.key} of={of} runId={row.runId} />
      ),
    );
  }
  const selectStatus = ({ status }: ThreadSnapshot) => {
    count('selector');
    return status;
  };
  function Status({ of }: { of: ThreadController }) {
    count('the status');
    const { state } = useConnection({ controller: of });
    return `${useThreadState({ controller: of, select: selectStatus })} ${state} ${useToolCalls({ controller: of }).length}`;
  }
  function App() {
    count('the app');
    ({ controller } = useThread({ assistantId: ASSISTANT, threadId: id }));
    return (
      <>
        <Rows of={controller} />
        <Status of={controller} />
      </>
    );
  }

  // Without StrictMode, because it renders twice and these counts are exact.
  const screen = await render(
    <ThreadkitProvider client={page.client} queryClient={page.queryClient} environment={{ schedule }}>
      <App />
    </ThreadkitProvider>,
  );
  await expect.element(screen.getByText('stored before')).toBeVisible();
  void controller?.send('sent now');
  feed([...startEvents(id), ...textDeltas(1)]);
  await expect.poll(() => controller && responseOf(controller.getSnapshot())).toBe('word');
  await frame();
  await expect.element(screen.getByTestId('response')).toHaveTextContent('word');
  await frame();

  clear();
  for (let drawn = 1; drawn <= FRAMES; drawn += 1) {
    feed(textDeltas(DELTAS_PER_FRAME));
    const whole = 'word'.repeat(1 + drawn * DELTAS_PER_FRAME);
    await expect.poll(() => controller && responseOf(controller.getSnapshot())).toBe(whole);
    await settle();
    expect(counted()).toEqual(drawn === 1 ? {} : { 'the part': drawn - 1, selector: drawn - 1 });
    await frame();
    expect(counted()).toEqual({ 'the part': drawn, selector: drawn });
    expect(screen.getByTestId('response').element().textContent).toBe(whole);
  }
});
