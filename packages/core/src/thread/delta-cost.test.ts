import { handFedRun } from '@threadkit/testing';
import { expect, it } from 'vitest';
import { textOf, until, withServer } from '../../test/with-server.ts';
import type { StreamEvent } from '../api/index.ts';
import { aCall, aMessage, aRun, aToolStep } from '../testing/builders.ts';
import { settle } from '../testing/pending-work.ts';
import type { ThreadSnapshot } from './types.ts';

// Counts calls instead of measuring time: the cost of a delta must not depend on the number of earlier deltas, and the test
// not on the machine.

const run = aRun({ status: 'in_progress' });
const empty = aMessage('', { status: 'in_progress', completed_at: null, content: [] });
const opening: readonly StreamEvent[] = [
  { event: 'thread.run.created', data: aRun() },
  { event: 'thread.run.in_progress', data: run },
  { event: 'thread.run.step.created', data: aToolStep([aCall()]) },
  { event: 'thread.message.created', data: empty },
];

function textDelta(value: string): StreamEvent {
  const part = { index: 0, type: 'text' as const, text: { value } };
  return {
    event: 'thread.message.delta',
    data: { id: empty.id, object: 'thread.message.delta', delta: { content: [part] } },
  };
}

function argumentsDelta(text: string): StreamEvent {
  const call = { index: 0, type: 'function' as const, function: { arguments: text } };
  const details = { type: 'tool_calls' as const, tool_calls: [call] };
  return {
    event: 'thread.run.step.delta',
    data: { id: 'step_tools', object: 'thread.run.step.delta', delta: { step_details: details } },
  };
}

const textDeltas = (count: number): StreamEvent[] => Array.from({ length: count }, () => textDelta('word'));

/** A controller with a streaming response, a call and a queued message, and the number of its calls since. */
async function startStreaming() {
  const bench = withServer();
  const { feed, intercept } = handFedRun();
  bench.intercept = intercept;
  const counts = { frames: 0, timers: 0, requests: 0, notified: 0 };
  const controller = bench.controller({
    environment: {
      ...bench.environment,
      schedule(flush) {
        counts.frames += 1;
        bench.environment.schedule(flush);
      },
      setTimer(act, ms) {
        counts.timers += 1;
        return bench.environment.setTimer(act, ms);
      },
    },
  });
  controller.subscribe(() => {
    counts.notified += 1;
  });
  void controller.send('Tell me.');
  feed(opening);
  await until(controller, ({ localMessages }) => localMessages.length === 2);
  void controller.send('And then?');
  feed(textDeltas(1));
  await until(controller, ({ localMessages }) => localMessages[1]?.message.content.length === 1);
  bench.environment.frame();
  Object.assign(counts, { frames: 0, timers: 0, notified: 0 });
  const requestsBefore = bench.requests.length;
  return {
    controller,
    environment: bench.environment,
    feed,
    counts,
    requests: () => bench.requests.slice(requestsBefore),
  };
}

/** The parts of a snapshot other than the response. */
function otherParts({ localMessages, ...others }: ThreadSnapshot): readonly unknown[] {
  return [...Object.values(others), localMessages[0]];
}

it('a controller calls subscribers once a frame for any number of deltas', async () => {
  const { controller, environment, feed, counts, requests } = await startStreaming();
  for (let frame = 1; frame <= 10; frame += 1) {
    for (let chunk = 0; chunk < 10; chunk += 1) {
      feed(textDeltas(10));
      await settle();
    }
    expect(counts).toMatchObject({ frames: frame, notified: frame - 1 });
    environment.frame();
    expect(counts).toMatchObject({ frames: frame, notified: frame });
  }
  expect(textOf(controller.getSnapshot())[1]).toBe('word'.repeat(1_001));
  environment.frame();
  expect(counts).toMatchObject({ frames: 10, notified: 10, timers: 0 });
  expect(requests()).toEqual([]);
});

it('a message delta keeps the references of all unrelated parts of the snapshot', async () => {
  const { controller, feed } = await startStreaming();
  const before = controller.getSnapshot();
  expect([before.steps, before.toolCalls, before.queue].map(({ length }) => length)).toEqual([1, 1, 1]);
  feed(textDeltas(1_000));
  await settle();
  const after = controller.getSnapshot();
  expect(after.localMessages[1]).not.toBe(before.localMessages[1]);
  for (const [index, part] of otherParts(after).entries()) expect(part).toBe(otherParts(before)[index]);
});

it('a delta of a call’s arguments keeps the reference of the messages', async () => {
  const { controller, feed } = await startStreaming();
  const before = controller.getSnapshot();
  feed(Array.from({ length: 1_000 }, () => argumentsDelta('{')));
  await settle();
  const after = controller.getSnapshot();
  expect(after.toolCalls[0]?.rawArguments).toHaveLength(1_002);
  expect(after.localMessages).toBe(before.localMessages);
  for (const field of ['run', 'queue', 'connection', 'status', 'error'] as const)
    expect(after[field]).toBe(before[field]);
});

it('a controller returns the same snapshot until an event changes something', async () => {
  const { controller, feed, counts } = await startStreaming();
  const before = controller.getSnapshot();
  feed(Array.from({ length: 100 }, () => ({ event: 'thread.message.in_progress', data: empty })));
  await settle();
  expect(controller.getSnapshot()).toBe(before);
  expect(counts).toMatchObject({ frames: 0, notified: 0 });
});
