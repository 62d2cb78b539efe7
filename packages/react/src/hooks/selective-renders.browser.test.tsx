import type { ThreadController } from '@threadkit/core';
import { createLongThread, SOME_WORDS } from '@threadkit/testing';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { ASSISTANT, inPage } from '../../test/in-page.tsx';
import { useRunItems } from './use-run-items.ts';
import { useThread } from './use-thread.ts';
import { useThreadState } from './use-thread-state.ts';
import { useMessagePart, useTimeline, useTimelineMessage } from './use-timeline.ts';

/** Counts renders by component name. */
function counters() {
  const counts = new Map<string, number>();
  return {
    count: (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1),
    of: (prefix: string): number =>
      [...counts].filter(([name]) => name.startsWith(prefix)).reduce((sum, [, count]) => sum + count, 0),
    clear: () => counts.clear(),
  };
}

it('a delta re-renders the part that grew and no other reader of the thread', async () => {
  const page = inPage();
  page.gate.close(SOME_WORDS);
  const { count, of, clear } = counters();
  const id = await createLongThread(page.client, 30, (index) => `note ${index}`, ['user']);

  function Row({ controller, messageKey }: { controller: ThreadController; messageKey: string }) {
    count(`row ${messageKey}`);
    const entry = useTimelineMessage({ controller, messageKey });
    const part = entry?.message.content[0];
    return <li>{part?.type === 'text' ? part.text.value : ''}</li>;
  }
  function Part({ controller, messageKey }: { controller: ThreadController; messageKey: string }) {
    count('part');
    const part = useMessagePart({ controller, messageKey, index: 0 });
    return <p data-testid="response">{part?.type === 'text' ? part.text.value : ''}</p>;
  }
  function Run({ controller, runId }: { controller: ThreadController; runId: string }) {
    count('run');
    const { items } = useRunItems({ controller, runId });
    return items.map(({ key }) => <Part key={key} controller={controller} messageKey={key} />);
  }
  function Rows({ controller }: { controller: ThreadController }) {
    count('rows');
    const { rows } = useTimeline({ controller });
    return rows.map((row) =>
      row.kind === 'message' ? (
        <Row key={row.key} controller={controller} messageKey={row.key} />
      ) : (
        <Run key={row.key} controller={controller} runId={row.runId} />
      ),
    );
  }
  function Status({ controller }: { controller: ThreadController }) {
    count('status');
    return <p data-testid="status">{useThreadState({ controller, select: ({ status }) => status })}</p>;
  }
  function Typing() {
    const [text, setText] = useState('');
    return <input aria-label="draft" value={text} onChange={({ target }) => setText(target.value)} />;
  }
  function App() {
    count('app');
    const { controller } = useThread({ assistantId: ASSISTANT, threadId: id });
    return (
      <>
        <Status controller={controller} />
        <ul>
          <Rows controller={controller} />
        </ul>
        <Typing />
        <button type="button" onClick={() => void controller.send('What is Threadkit?')}>
          send
        </button>
      </>
    );
  }

  const screen = await render(page.wrap(<App />));
  await expect.element(screen.getByText('note 29')).toBeVisible();
  await screen.getByText('send').click();
  await expect.element(screen.getByTestId('response')).toBeInTheDocument();
  clear();
  // The user types while the response streams.
  await screen.getByRole('textbox').fill('next question');
  const responseLength = (): number => screen.getByTestId('response').element().textContent.length;
  for (let piece = 0; piece < 6; piece += 1) {
    const before = responseLength();
    page.gate.pass(2);
    // oxlint-disable-next-line no-await-in-loop -- deltas are sent one after another
    await expect.poll(responseLength).toBeGreaterThan(before);
  }
  page.gate.open();
  await expect.element(screen.getByTestId('status')).toHaveTextContent('completed');

  expect(of('part')).toBeGreaterThan(5);
  expect(of('row ')).toBe(0);
  expect(of('app')).toBe(0);
  // Once each for its items, its status and the stored messages; StrictMode renders twice.
  expect(of('run')).toBeLessThanOrEqual(8);
  expect(of('rows')).toBeLessThanOrEqual(4);
  expect(of('status')).toBeLessThanOrEqual(4);
});
