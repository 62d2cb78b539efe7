import '../styles.css';
// Imported statically, so that nothing loads while renders are counted.
import '../lazy-parts.ts';
import { QueryClient } from '@tanstack/react-query';
import { aRun, aMessage as aStoredMessage, settle } from '@threadkit/core/testing';
import { ThreadkitProvider } from '@threadkit/react';
import { messagesOptions } from '@threadkit/react/query';
import { handFedRun } from '@threadkit/testing';
import { eventually } from '@threadkit/testing/eventually';
import { Profiler } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage } from '../../stories/in-page.tsx';
import { rendererLoader } from '../markdown/load-renderer.ts';
import { Chat } from './chat.tsx';

// Counts instead of times: a frame of deltas costs one commit in one place, however long the thread is.

const FRAMES = 20;
const DELTAS_PER_FRAME = 20;
const STORED = 2_000;
const READS_PER_FRAME = 10;

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Counts layout reads of the page until stopped. */
function countReads(): { stop(): number } {
  let count = 0;
  const counted = (prototype: object, name: string): (() => void) => {
    const own = Object.getOwnPropertyDescriptor(prototype, name);
    if (!own) throw new Error(`no ${name}`);
    const { get, value } = own;
    Object.defineProperty(prototype, name, {
      ...own,
      ...(get && {
        get(this: unknown): unknown {
          count += 1;
          return Reflect.apply(get, this, []);
        },
      }),
      ...(typeof value === 'function' && {
        value(this: unknown, ...args: unknown[]): unknown {
          count += 1;
          return Reflect.apply(value, this, args);
        },
      }),
    });
    return () => Object.defineProperty(prototype, name, own);
  };
  const restores = [
    ...['scrollTop', 'scrollHeight', 'clientHeight', 'getBoundingClientRect'].map((name) =>
      counted(Element.prototype, name),
    ),
    ...['offsetTop', 'offsetHeight'].map((name) => counted(HTMLElement.prototype, name)),
  ];
  return {
    stop() {
      for (const restore of restores) restore();
      return count;
    },
  };
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Groups near the viewport are rendered a few per animation frame: resolves when none was added or removed for 20 frames. */
async function renderedGroupsAreStable(): Promise<void> {
  let before = -1;
  for (let same = 0; same < 20; ) {
    // oxlint-disable-next-line no-await-in-loop -- frame after frame
    await nextFrame();
    const count = document.querySelectorAll('[data-slot="long-list-group"][data-rendered]').length;
    same = count === before ? same + 1 : 0;
    before = count;
  }
}

test('in a thread of 2,000 messages a frame of deltas causes one commit that changes only the response', async () => {
  // Otherwise the texts of all rows may be formatted while changes are counted.
  await rendererLoader.load();
  const { intercept, feed } = handFedRun();
  const { server, client } = createInPage({ intercept });
  servers.push(server);
  const { id } = await client.createThread();
  const queryClient = new QueryClient();
  const stored = Array.from({ length: STORED }, (_, index) =>
    aStoredMessage(`Said ${index}`, {
      id: `msg_${index}`,
      thread_id: id,
      role: index % 2 ? 'assistant' : 'user',
      run_id: null,
      created_at: 1_700_000_000 + index,
    }),
  );
  queryClient.setQueryData(messagesOptions(client, id).queryKey, {
    pages: [{ object: 'list', data: stored.toReversed(), first_id: null, last_id: null, has_more: false }],
    pageParams: [undefined],
  });

  const waiting = new Set<() => void>();
  const frame = async (): Promise<void> => {
    for (const flush of waiting) {
      waiting.delete(flush);
      flush();
    }
    await settle();
  };
  const onRender = vi.fn<() => void>();
  await render(
    <ThreadkitProvider
      client={client}
      queryClient={queryClient}
      // Without a ticking clock, which would render while renders are counted.
      environment={{ schedule: (flush) => void waiting.add(flush), setTimer: () => () => undefined }}
    >
      <Profiler id="chat" onRender={onRender}>
        <Chat assistantId="asst_demo" threadId={id} style={{ height: 600 }} />
      </Profiler>
    </ThreadkitProvider>,
  );
  await expect.element(page.getByText('Said 0', { exact: true })).toBeInTheDocument();
  expect(document.querySelectorAll('[data-slot="text-row"]').length).toBeGreaterThan(STORED - 100);

  await page.getByRole('textbox', { name: 'Message' }).fill('Write on');
  await userEvent.keyboard('{Enter}');
  const run = aRun({ id: 'run_live', thread_id: id });
  const response = aStoredMessage('', {
    id: 'msg_live',
    thread_id: id,
    run_id: 'run_live',
    status: 'in_progress',
    content: [],
  });
  feed([
    { event: 'thread.run.created', data: run },
    { event: 'thread.run.in_progress', data: { ...run, status: 'in_progress' } },
    { event: 'thread.message.created', data: response },
  ]);
  const delta = {
    event: 'thread.message.delta',
    data: {
      id: 'msg_live',
      object: 'thread.message.delta',
      delta: { content: [{ index: 0, type: 'text', text: { value: 'a ' } }] },
    },
  } as const;
  feed([delta]);
  await eventually(async () => {
    await frame();
    expect(document.querySelector('[data-slot="chat-run"][data-live] [data-slot="markdown"]')).not.toBeNull();
  });
  await frame();
  await renderedGroupsAreStable();

  const live = document.querySelector('[data-slot="chat-run"][data-live]');
  const touched: Node[] = [];
  const log = document.querySelector('[data-slot="long-list"]');
  const observer = new MutationObserver((records) => touched.push(...records.map(({ target }) => target)));
  if (log) observer.observe(log, { subtree: true, childList: true, characterData: true, attributes: true });
  onRender.mockClear();
  const reads = countReads();
  for (let count = 0; count < FRAMES; count += 1) {
    feed(Array.from({ length: DELTAS_PER_FRAME }, () => delta));
    // oxlint-disable-next-line no-await-in-loop -- one frame after another
    await settle();
    await frame();
    // oxlint-disable-next-line no-await-in-loop -- scroll events and resize observers fire in animation frames
    await nextFrame();
  }
  // Reads for rows and scroll position, in the frame of the deltas and the scroll event after it.
  expect(reads.stop()).toBeLessThanOrEqual(FRAMES * READS_PER_FRAME);
  // One commit per frame, and at most one more for a group that entered the viewport.
  expect(onRender.mock.calls.length).toBeGreaterThanOrEqual(FRAMES);
  expect(onRender.mock.calls.length).toBeLessThanOrEqual(FRAMES + 3);
  await settle();
  expect(touched.length).toBeGreaterThan(0);
  // Only the response changes, and at most one group of rows that left the viewport.
  const elsewhere = touched.filter((node) => !live?.contains(node));
  const groups = elsewhere.map((node) => (node as Element).closest('[data-slot="long-list-group"]'));
  expect(groups.every((group) => group?.matches(':not([data-rendered])'))).toBe(true);
  expect(new Set(groups).size).toBeLessThanOrEqual(2);
});
